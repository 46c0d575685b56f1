import type { Language } from '../../src/domain/language.js';
import { plainOf } from './reading.js';
import { simplifiedChar } from './simplified.js';

// Frequent characters that only simplified text has.
const SIMPLIFIED =
  '们这说对时间发经请问题电话号码处让谢单订认确实员务态质现会给还没样么为来个过从进关选择证据传图联写记录楼赔偿费钱结东车开门见觉听讲长边点无专业产亲后乐买卖厅饭馆车站师导游购拖晚气热冷脏乱声响坏损换货价块张条调护医药伤险银账扣额' +
  '颜黄龙绿红蓝灯线维修暖凉湿冻顾该应当与岁儿妈爷孙几两双总级数类种够决况况际历头体头战转轻较软轮输边达远违连迟适释钟钥铁错锁镜门闭闷闻阳阴阶随难预领频顶项须风飞饿马驾骂骗验鱼鸟鸡黑齐龄权归虽简答愿谁议论试误诉语谈谅课读办动劳势华单协厂压县参变台吗听启员喷团园国围圆圣场坚块备够夺奖妇娱学宁宝审宽对寻导将尔尝层属岛币师带帮干并广庄庆库废开异弃张归录态总恶惊惯愤戏户扫扬扰护报担拥择挤损捡摆撤';
const simplifiedOnly = new Set([...SIMPLIFIED].filter((char) => !isShared(char)));

/** Characters of the list above that traditional text has too. */
function isShared(char: string): boolean {
  return (
    '会来没后台干几只才合同向当与儿开东于万须征准了么够并广号级愿晚冷暖告卖'.includes(char) &&
    '后台干几只才于万准当与儿征须够并晚冷暖级愿'.includes(char)
  );
}

/**
 * The language of a text, by its own words: ids, numbers and addresses do not count. Chinese that is the same in both
 * scripts is `known` when that is Chinese, else simplified. Undefined: no word, or none of our languages.
 */
export function detectLanguage(text: string, known?: Language): Language | undefined {
  const words = text.replace(/https?:\S+|[\w.+-]{1,64}@[\w.-]{1,64}/g, ' ').replace(/\b[A-Za-z]{0,12}\d[\w-]*/g, ' ');
  const han = words.match(/[\u3400-\u9fff]/g) ?? [];
  const latin = words.match(/[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*/g) ?? [];
  const names = latin.filter((word, index) => index > 0 && /^[A-Z]/.test(word)).length;
  if (isOtherLanguage(text) || (han.length === 0 && latin.length === 0)) return undefined;
  if (han.length === 0) return isPinyin(text) ? undefined : 'en';
  if (latin.length - names > han.length / 1.7) return 'en';
  return scriptOf(han, known);
}

function scriptOf(han: string[], known: Language | undefined): Language {
  let [simplified, traditional] = [0, 0];
  for (const char of han) {
    if (simplifiedChar(char) !== char) traditional += 1;
    else if (simplifiedOnly.has(char)) simplified += 1;
  }
  if (traditional === simplified) return known?.startsWith('zh') ? known : 'zh-CN';
  return traditional > simplified ? 'zh-TW' : 'zh-CN';
}

const FOREIGN_SCRIPT =
  /[\u3040-\u30ff\u31f0-\u31ff\u1100-\u11ff\uac00-\ud7af\u0400-\u04ff\u0600-\u06ff\u0590-\u05ff\u0900-\u097f\u0e00-\u0e7f\u0370-\u03ff\u1200-\u137f]/g;
const FOREIGN_WORDS =
  /\b(?:quiero|estoy|gracias|hola|por favor|reembolso|habitaci[oó]n|mucho|pero|tengo|usted|cuando|porque|je|vous|nous|bonjour|merci|remboursement|chambre|avec|est|pas|dans|une|ich|nicht|und|bitte|danke|rückerstattung|zimmer|habe|ist|der|das|wir|voglio|grazie|rimborso|camera|sono|quero|obrigad[oa]|reembolso|quarto|não|você|tôi|không|phòng|muốn|saya|kamar|uang|tidak|ik|niet|kamer|graag|chcę|pokój|para|está|el|los|las|que|les|des)\b/gi;
const ENGLISH_WORDS =
  /\b(?:the|is|was|are|were|and|my|your|you|to|of|in|it|not|no|for|with|this|that|have|has|had|i|a|an|we|they|on|at|me|please|order|refund|room|phone|name|want|be|but|can|hello|hi|help|thanks|yes|ok)\b/gi;

/** Whether a text is in a language that is neither Chinese nor English. */
export function isOtherLanguage(text: string): boolean {
  const foreign = text.match(FOREIGN_SCRIPT)?.length ?? 0;
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const kana = text.match(/[\u3040-\u30ff]/g)?.length ?? 0;
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  if (foreign > 0) return kana > 2 ? kana > han / 4 : foreign > han + latin;
  if (han > 0 || latin < 2) return false;
  const words = text.match(FOREIGN_WORDS)?.length ?? 0;
  const english = text.match(ENGLISH_WORDS)?.length ?? 0;
  const accents = text.match(/[À-ɏạ-ỹ]/g)?.length ?? 0;
  return words + accents > english * 1.5 && words + (accents > 2 ? 1 : 0) > 0;
}

const SYLLABLE =
  /^(?:[bpmf]?(?:a|o|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|iang|ing|u)|[dtnl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|u|uo|ui|uan|un|v|ve|ue)|[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)|(?:zh|ch|sh|r|z|c|s)(?:a|e|i|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)|y(?:a|o|e|ao|ou|an|in|ang|ing|ong|i|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)|er|a|e|ang)+$/;
const TELLING =
  /^(?:wo|ni|ta|women|nimen|yao|tuikuan|tousu|bu|mei|meiyou|shi|de|le|hen|dianhua|fangjian|dingdan|kefu|zenme|weishenme|tui|qian|hao|buhao|zhuan|rengong)$/;

/** Chinese typed in Latin letters: "wo yao tuikuan". */
export function isPinyin(text: string): boolean {
  const plain = plainOf(text);
  if (/[\u3105-\u312f]/.test(text)) return true;
  if (/[\u3400-\u9fff]/.test(plain)) return false;
  const words = plain.toLowerCase().match(/[a-z']+/g) ?? [];
  if (words.length < 2 || words.length > 200) return false;
  const telling = words.filter((word) => TELLING.test(word)).length;
  if (telling === 0) return false;
  const syllables = words.filter((word) => SYLLABLE.test(word));
  const english = plain.match(ENGLISH_WORDS)?.length ?? 0;
  return syllables.length >= words.length * 0.8 && telling + syllables.length > english * 2 + 1;
}
