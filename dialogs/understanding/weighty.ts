/** What goes wrong, in a clause of a complaint; simplified Chinese and English. */
const TROUBLE =
  /不(?!错|过|仅|但|管|论|然|同)|没|无(?!论|锡|线)|未|别(?!人|的|家)|差(?!别|不多|额|价|旅)|烂|坏|脏|臭|[气异怪霉烟]味|味道[很太重]|霉|虫|蚊|蟑|鼠|漏|堵|吵|闹|响|慢|晚(?:了|点|到)|迟|拖|等了|(?:小时|分钟|半天|钟头)|旧|破|裂|冷|冻|烫|硬|湿|潮|[太很好真]小|变小|少|贵|多(?:收|刷|扣|算|付)|乱收|扣|骗|坑|宰|骂|凶|吼|扔|甩|赶|催|逼|假|错|丢|洒|撒|倒了|痒|疼|痛|难|糟|恶|黑|乱|拒|直接挂|居然|竟|根本|失望|夸张|离谱|发现.{0,6}(?:头发|毛|石)|里有.{0,3}(?:毛|发|虫|石|壳|塑料|玻璃)|\b(?:not?|never|nobody|nothing|without|only|broken?|dirty|filthy|rude\w*|late|delay\w*|cold|loud|nois\w*|smell\w*|stank|stain\w*|leak\w*|wrong|missing|lost|refus\w*|ignor\w*|shout\w*|laugh\w*|yell\w*|charg\w*|damag\w*|crack\w*|stuck|fail\w*|fake|cancel\w*|worse|worst|awful|terribl\w*|bad|hours?|twice)\b|n't\b/i;
const PRAISE =
  /(?<!不|没|没有?.{0,5}|那么|不太|不是很|不怎么)(?:不错|很?赞|[很超特非挺太真蛮].{0,2}(?:好(?!几|像|多|久|笑|意思)|棒|快|干净|热情|耐心|满意|方便|安静|舒服|新鲜)|好吃|还行|还可以|可以吧|能接受|满意)|\b(?:great|lovely|excellent|wonderful|nice|friendly|helpful|delicious|fine)\b/i;
/** Said to other customers, or of what the writer will do: nothing that happened. */
const ADVICE =
  /强烈建议|(?:建议|希望|提醒|奉劝|劝|告诫).{0,6}(?:大家|所有人|各位|朋友|别人|携程|网友|推荐)|大家.{0,4}(?:别|不要|慎)|指望|不要(?:再)?(?:买|来|去|住|选)|慎(?:重|入|选)|(?:再也|下次|以后|绝对|肯定).{0,4}不.{0,3}(?:来|住|买|去|订|点|选|敢)|推荐(?!的)|\b(?:never again|won't (?:be )?(?:come|coming|return|book)\w*|would not recommend|avoid this)\b/i;
/** Of what did not happen, the worst: no ground to be sorry. */
const UNHARMED =
  /没(?:有)?(?:人|谁)?(?:受伤|受惊|伤到|伤着|丢|被偷)|(?:东西|钱|人)(?:都|倒)?没(?:有)?(?:丢|少|事|受伤)|\b(?:nobody|no one) (?:was|got) (?:hurt|injured)|\bnothing (?:was )?(?:stolen|lost|missing)/i;

export const isAdvice = (plain: string): boolean => ADVICE.test(plain);

/** How much a clause tells of what went wrong: 0 nothing, less than 0 that it is no ground for being sorry. */
export function troubleIn(plain: string): number {
  if (ADVICE.test(plain) || UNHARMED.test(plain)) return -1;
  const troubled = TROUBLE.test(plain.replace(new RegExp(PRAISE, 'gi'), ''));
  if (PRAISE.test(plain)) return troubled ? 0 : -1;
  return troubled ? 1 : 0;
}
