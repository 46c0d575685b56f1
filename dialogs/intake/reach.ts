/** How else they want to be reached: kept in their words. */
const ELSEWHERE =
  /^[^\d]*[\w.+-]+@[\w-]+\.[\w.]+\s*$|\b(?:prefer|use|by|via|through|only have|on) (?:my )?(?:e-?mail|wechat|whatsapp|line)\b|(?:邮箱|郵箱|信箱|邮件|郵件|微信|line).{0,4}(?:联系|聯絡|联络|吧|就行|可以|就好)/i;

export const wantsElsewhere = (text: string): boolean => ELSEWHERE.test(text);
