import { clausesOf } from './clauses.js';
import { insults } from './insults.js';
import { isOtherLanguage, isPinyin } from './language.js';
import type { Reading } from './reading.js';
import type { Sign } from './understood.js';

const PRAISE =
  /(?:要|想|来)?表扬|点个?赞|(?:服务|态度|师傅|前台|工作人员|导游|领队|地陪|司机|阿姨|经理|管家|酒店|房间|早餐|行程|小[\u4e00-\u9fff]).{0,6}(?:很好|太好|非常好|特别好|超好|真好|棒|周到|热情|贴心|不错)|(?<!不|没有?|别提多)满意(?!吗|了吗|度|的?答复|的?解决)|好评|辛苦了|(?<!不|没有?.{0,5})(?:好吃|不错|还可以|很赞|超赞|挺好|蛮好|太好了)|\b(?:great|excellent|wonderful|amazing|fantastic|lovely|brilliant) (?:service|staff|stay|job|work|trip|tour|guide|hotel|room|time|day)\b|\b(?:was|were|is|are) (?:so |really |absolutely |just |very )?(?:wonderful|amazing|fantastic|excellent|lovely|brilliant|awesome|perfect|great)\b|\bbest (?:trip|tour|stay|guide|hotel|holiday|service) ever|\b(?:we|i) (?:really )?(?:loved|enjoyed) (?:it|every|the|our|my)|\bcompliment\b|\bwell done\b|\bvery helpful\b|\bkeep up the good/i;
const DISSATISFIED =
  /^[就真太很好非常特别服务体验感觉,，。!！\s]*差[评劲得很极了到底!！。.~～\s]*$|差评|不满意?|不开心|不高兴|失望|不爽|不舒服|生气|气(?:死|炸|愤|人)|火大|投诉|抱怨|客诉|无语|离谱|过分|太差|很差|好差|差劲|糟糕|恶劣|受不了|忍无可忍|寒心|扯|闹心|烂透|坑|欺负|没人管|没人理|(?:很|真|太|好|超)烂|\b(?:let down|not satisfied|disappoint\w*|unhappy|angry|furious|upset|terrible|awful|horrible|worst|unacceptable|disgust\w*|annoy\w*|frustrat\w*|fed up|sick of|complain\w*|dissatisf\w*|ridiculous|outrag\w*|not happy|appalling|rude)\b/i;
const SUGGESTS =
  /提(?:个|一个|点|几个|条)?(?:小)?(?:建议|意见)|我(?:有|的)?(?:个|一个|一点|点)?(?:小)?建议|^(?:你好|您好|[,，。!！\s])*建议(?!.{0,4}投诉|大家|所有人|各位|朋友|你们别|慎|不要|别|谨慎)|(?:能不能|可不可以|要是能|如果能|希望(?:能|可以)).{0,12}(?:加(?:个|一|点)|增加|多放|多开|开设|增设|设(?:个|一)|改进|改善)|\b(?:i (?:have|would like to make) a suggestion|(?:i'd|i would|may i|can i) suggest|(?:a|my) suggestion|it would be (?:nice|great|better) if|how about adding|why not add)\b/i;
const ASKS =
  /[?？]|(?:吗|呢|么|没有呢)\s*$|^(?:我|我们|麻烦|就|有个问题|,|，|\s)*(?:请问|想(?:请)?问|问一下|打听一下|想?(?:要|了解|咨询|知道)一下|想?咨询|想了解)(?!.{0,30}(?:到底|凭什么|怎么(?:还|这么|这样|回事)))|^(?!.*(?:[没不][看记认听知清]|忘|说明|解释|说清楚|讲清楚|告诉|知道|问[他她了我]|不管|无论|清楚)).{0,14}(?:怎么|如何|为什么|为啥|什么时候|多久|多少钱|几点|哪里|哪儿|谁|能不能|可不可以|是不是|有没有|会不会).{0,14}$|^(?:what|when|where|who|why|how|which|can|could|do|does|did|is|are|will|would|should|may)\b.*$/i;
const PROMISE =
  /(?:能|可以|会|可不可以|能不能|会不会|是不是)(?:给我|帮我|不能)?.{0,6}(?:全额|全|多)?(?:退|赔|换|补偿|免|减).{0,6}(?:吗|么|\?|？)|(?:能不能|可不可以|会不会)(?:先)?(?:把.{1,8}?)?(?:全|给我|帮我)?.{0,4}(?:退|赔|换|补偿|免单)|(?:有|给).{0,6}(?:奖励|奖|赔偿|补偿|优惠|礼物).{0,4}(?:吗|么|没有|\?|？)|(?:能|可以|敢|给我|向我|跟我)保证|(?:你们?)?(?:答应|承诺|确定).{0,8}(?:吗|\?|？)|(?:要|会|得|应该|该).{0,4}负责(?:吧|吗|的吧|么|\?|？)|赔(?:我|我们|给我)?多少|退(?:我|给我)?多少|能拿到多少|\b(?:will|can|could|do) (?:i|we|you) (?:get|be|give me|have|refund|promise|guarantee).{0,30}\b(?:refund\w*|money|back|compensat\w*|reward|replacement|free|full)\b.*\?|\bpromise me|\b(?:you|can you|do you|will you) guarantee\b|\bhow much (?:will|do|would) (?:i|you) (?:get|pay me|refund)/i;
const WHY_ASKED =
  /(?:为什么|为啥|干嘛|干吗|凭什么).{0,6}(?:要|问|填|给|提供|留)|要(?:这个|这些|电话|手机|姓名|名字|信息|资料|这干).{0,4}(?:干嘛|干什么|干吗|做什么|有什么用|何用)|有(?:必要|什么用)吗|\bwhy (?:do|are|would|should|must) (?:you|i|we) (?:need|ask\w*|want|have to|give|require)|\bwhat (?:do you need|is) (?:that|this|it|my \w+) for\b|\bwhat for\?/i;
const REFUSES_PHONE =
  /不(?:想|要|愿意?|会|方便)?(?:再)?(?:给|留|提供|透露|说|填|告诉)(?:你们?)?(?:我的|任何)?(?:电话|手机|号码|联系方式|名字|姓名)|^(?:我|我就|就)?不(?:想|要|愿意?|方便)?(?:给|留|提供|透露|说|填)(?:你们?)?(?:了|的|吧|啊)?(?=$|[,，。!！\s])|(?:电话|手机|号码)(?:就|我)?(?:不(?:想|要|愿意?|方便)?(?:给|留|提供|说|填)|保密|算了)|不方便(?:留|给|透露|提供)|^(?:我)?没有?(?:电话|手机)|\bi (?:don't|do not) have (?:a |an |any )?(?:\w+ )?(?:phone|mobile)\b|别打(?:我)?电话|\b(?:no phone|(?:don't|do not|won't|rather not|not going to|prefer not to|not comfortable) (?:want to )?(?:giv\w+|shar\w+|leav\w+|provid\w+)(?: you| out)*(?: my| the| any| a)? (?:phone|number|mobile|contact)|not giving (?:you )?my (?:number|phone)|no calls)\b|^(?:no,? )?(?:i'd |i would )?(?:rather|prefer) not(?: to)?(?: say| tell| give it| share it)?[.!]?$/i;
const UNKNOWN =
  /^(?:我|这个|那个|嗯|呃|,|，|\s)*(?:也|真的?|都)?(?:不知道|不清楚|不晓得|不记得|忘了|忘记了?|记不(?:得|清|住)了?|没注意|没记|(?:不记得|忘了|不知道|不认识|没看清)(?:是|叫)?(?:谁|哪个|哪位|什么名字|哪个人)|不太(?:清楚|记得)|不确定|说不清|唔知|无所谓)(?:了|啊|呀|呢|叫什么|名字|是谁|,|，|。|\.|\s)*$|我(?:怎么|哪里?|咋)(?:会)?(?:知道|晓得)(?:是|叫)?(?:谁|什么)|(?:名字|姓名|是谁|叫什么)(?:我)?(?:也)?(?:不知道|不清楚|不记得|没注意)|^(?:i (?:really )?(?:don't|do not|can't|cannot) (?:know|remember|recall|tell|say)(?: (?:his|her|their|the|it|that|which|who).{0,24})?|(?:i have )?no idea|not sure|dunno|i forgot|i forget|unknown|can't remember|don't know|i'm not sure|i am not sure)[.!\s]*$/i;
const LET_GO =
  /^(?:唉|哎|嗯|,|，|\s)*(?:(?:算了|不说了|随便)[,，\s]*)*(?:算了|算了吧|算啦|罢了|没用的?|说了也没用|没意思|不说了|不想说了|懒得说|随便(?:你们|吧)?|无所谓了|就这样吧|爱咋咋地|白说|当我没说|浪费时间|forget it|never ?mind|what's the point|whatever(?! (?:you|is|it|they|seems|compensation)\b)|no point|it's (?:pointless|useless|no use)|waste of time|don't bother)(?:吧|了|啦|的)?(?=$|[,，。.!！~～…\s])/i;
const COMPLAINT_WORD =
  /^(?:你好|您好|hi|hello|,|，|!|！|\s)*(?:我|我们|i|i'd like to|i want to|i would like to|i have a|make a|file a|want to|要|想要?|来|需要|进行|有|\s)*(?:投诉|客诉|申诉|投诉你们|反映(?:问题|情况)?|complaint|complain|complaints)(?:一下|你们|你|啊|了|!|！|。|\.|\s)*$/i;
const GREETING =
  /^(?:你好|您好|哈[喽啰罗]|嗨|嘿|在吗|在么|在不在|有人吗|有人么|有人没有?|有人不|有没有人在?|没人[吗么]|人呢|在的话回(?:我|复)?(?:一下)?|回(?:我|复)一下|客服在吗|早上好|上午好|下午好|晚上好|早安|喂|(?:hi|hello|hey|good (?:morning|afternoon|evening))\b(?: there| again)?(?:,? (?:is )?(?:anyone|anybody|someone)(?: there| here)?\??)?)[\s,，。.!！~～?？]*/i;
const THANKS = /谢谢|多谢|感谢|谢啦|谢了|感恩|唔该|\bthanks?\b|\bthank you\b|\bcheers\b/i;
const CHILD =
  /我(?:今年)?(?:才|只有|是)?(?:[一二三四五六七八九]|1[0-7]|十[一二三四五六七]?)岁(?!的?(?:孩子|女儿|儿子|宝宝|小孩))|我(?:是|还是|是个)(?:一?[个名]?)?(?:小孩子?|小学生|中学生|初中生|高中生|国中生|未成年)|我(?:还)?未成年|我(?:还|现在|才|正|是|，|在)*(?:读|上|念)(?:小学|初中|国中|初[一二三]|[一二三四五六]年级)|\bi(?:'m| am) (?:only |just )?(?:[5-9]|1[0-7])(?: years? old|\b(?! (?:minutes?|days?|hours?|km|weeks?|months?|miles?|people|flights?|metres?|meters?|feet|kg|of)\b|[\d:.,%]))|\bi(?:'m| am) (?:a|still a|just a) (?:kid|child|minor|pupil|schoolboy|schoolgirl)|\bi'm in (?:primary|elementary|middle) school/i;
const VOICE =
  /呃|嗯嗯|那个那个|就是说|(?:那个|这个|然后|就是|嗯|啊|呢).{0,8}(?:那个|这个|然后|就是|嗯|啊|呢).{0,8}(?:那个|这个|然后|就是|嗯|啊|呢)|([\u3400-\u9fff])\1\1?(?=[\u3400-\u9fff]).{0,20}(?:啊|嗯|那个|呐)|\b(?:um+|uh+|erm?)\b/;

const CORRECTS =
  /^(?:(?:我)?改主意了|i(?:'ve)? changed my mind\b|(?:oh |no,? ?|sorry,? ?)*(?:wait|hold on|actually)\b|no,? (?:it|that)\b|不是|[错錯]了|等一下|等等|记错|記錯|不对|不對|改一下|更正|纠正|糾正|(?:我|刚才?|剛才?|刚刚|剛剛)*(?:说|說|写|寫|打|搞|记|記|填|发|發)[错錯]了?|correction\b|sorry,? (?:it's|it is|it was|that was|i meant|on|at|only)\b)|(?:才对|我?(?:记|说|写|搞|打|記|說|寫)[错錯]了?)[。.!！\s]*$/i;

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1F3FB}-\u{1F3FF}\u200d\ufe0f\u20e3]/gu;
const ANGRY = /[😡😠🤬👿💢😤😒🙄😞😢😭👎💔😩😫🤮😣😖☹🖕]/u;
const HAPPY = /[👍😊😀😃😄😁🙂😍🥰❤♥👏🙏😘🎉💯👌😇☺🌹💪🆗]/u;

const PATTERNS: [Sign, RegExp][] = [
  ['greeting', GREETING],
  ['thanks', THANKS],
  ['praise', PRAISE],
  ['suggestion', SUGGESTS],
  ['dissatisfied', DISSATISFIED],
  ['asks-promise', PROMISE],
  ['why-asked', WHY_ASKED],
  ['refuses-phone', REFUSES_PHONE],
  ['unknown', UNKNOWN],
  ['let-go', LET_GO],
  ['complaint-word', COMPLAINT_WORD],
  ['child', CHILD],
  ['corrects', CORRECTS],
];

/** What is heard in a message beside its facts. */
export function findSigns({ text, plain }: Reading): Sign[] {
  const signs: Sign[] = [];
  const bare = text.trim();
  if (bare === '') return ['empty'];
  const letters = bare.replace(EMOJI, '').replace(/[\p{P}\p{S}\s\u200b-\u200f]/gu, '');
  const emoji = bare.match(EMOJI) !== null;
  if (emoji && letters === '') signs.push('emoji-only');
  if (ANGRY.test(bare)) signs.push('angry-emoji');
  if (HAPPY.test(bare)) signs.push('happy-emoji');
  if (/^[\d０-９]+$/.test(letters) && letters.length <= 3) signs.push('number-only');
  for (const [sign, pattern] of PATTERNS) if (pattern.test(plain)) signs.push(sign);
  if (insults(plain)) signs.push('insult');
  if (isQuestion(plain)) signs.push('question');
  if (VOICE.test(plain)) signs.push('voice-noise');
  if (isPinyin(plain)) signs.push('pinyin');
  else if (isOtherLanguage(bare)) signs.push('other-language');
  return signs;
}

/** Whether a text, or one of its clauses, asks something. Doubled signs ("？？？") are anger, not a question. */
export function isQuestion(plain: string): boolean {
  if (plain.length > 1000) return /[?？]/.test(plain);
  const clauses = clausesOf(plain);
  return clauses.some(({ start, end }) => asks(plain.slice(start, end), plain.slice(end, end + 2)));
}

function asks(clause: string, ending: string): boolean {
  const text = clause.trim();
  if (/^[?？](?![?？])/.test(ending)) return true;
  return !/^[?？]/.test(ending) && ASKS.test(text) && text.length <= 60;
}
