import type { Language } from '../../src/domain/language.js';
import { trimSpan, type Reading, type Span } from './reading.js';
import type { Command, UnderstandContext } from './understood.js';

/** A command and, where the message says more, the clauses that give it. */
export interface FoundCommand {
  command: Command;
  spans: Span[];
}

// Politeness around a command; taken off before the words are compared.
const OPENING =
  /^(?:请|麻烦(?:你|您)?|帮我|帮忙|我想要?|我要|我现在要|那就?|好(?:的|吧)?[,，。!！\s]+|ok[,.!\s]+|hi[,.!\s]+|hello[,.!\s]+|你好[,，。!！\s]*|您好[,，。!！\s]*|(?:老板|喂|哎|美女|帅哥)[,，。!！\s]*|please[,\s]+|can (?:i|you|we) (?:please )?|could (?:i|you) (?:please )?|i(?:'d| would) like to |i(?:'d| would) like |i want to |i want |i need |let's |let me )+/i;
const CLOSING =
  /(?:[\s,，。.!！?？~～…]|一下|吧|啊|呀|啦|呢|哦|喔|谢谢(?:你|您)?|多谢|please|pls|thanks|thank you|now)+$/i;

const WHOLE: [Exclude<Command, object>, RegExp][] = [
  [
    'agent',
    /^(?:人工(?:客服|服务|座席)?|真人(?:客服)?|专人(?:服务)?|活人|客服(?:人员)?|客服专员|(?:转|转接|接|找|叫|换|要|请|让|见|要见|想见|呼叫|联系)(?:一?[个位名])?(?:你们)?(?:的)?(?:人工(?:客服|服务)?|真人(?:客服)?|专人|活人|客服(?:人员)?|经理|主管|店长|老板|领导|负责人|管事的|同事)(?:来?(?:跟我)?(?:说话|说|讲|谈|处理|接听|服务|出来|过来|来|接))?|(?:有)?(?:没有)?(?:人|真人)在吗|agent|(?:a |an |the )?(?:real |live )?(?:human|person|agent|representative|operator|human being)|(?:talk|speak|chat) (?:to|with) (?:a|an|the|your|some)?\s?(?:real |live )?(?:person|human|human being|agent|someone|somebody|manager|representative|supervisor|operator|staff|colleague|people)|(?:get|connect|transfer|put) me (?:to |through to |with )?(?:a|an|the|your)?\s?(?:real |live )?(?:person|human|agent|someone|manager|representative|supervisor|operator))$/i,
  ],
  [
    'status',
    /^(?:现在|请问)?有(?:没有)?(?:新)?(?:进度|进展|消息|结果|回复)(?:了)?(?:吗|没有?|么)?$|^(?:(?:我的?)?(?:投诉|客诉|案件)?的?(?:编号|单号)(?:是)?(?:多少|什么|几号)(?:来着)?|what(?:'s| is| was) my (?:case |complaint )?(?:number|reference(?: number)?)(?: again)?|(?:怎么|如何)(?:查|看)(?:询)?(?:进度|进展)|(?:查(?:一下|询|看)?|看(?:一下)?|问(?:一下)?)?(?:我的?)?(?:投诉|客诉|案件|案子|单子|报修|申诉|case)?的?(?:处理)?(?:进度|进展|状态)(?:怎么样了?|如何|呢)?|(?:我的?)?(?:投诉|客诉|案件|案子|单子|报修|申诉)(?:现在)?(?:怎么样|处理得?怎么样|办得怎么样|到哪(?:里|儿)?(?:一步)?|有结果|有消息|处理到哪(?:里|儿|一步)?|如何|处理好)了?(?:没有?|吗)?|(?:现在)?(?:到|处理到|办到)哪(?:里|儿)?一步了?|有(?:结果|进展|消息)了?(?:吗|没有?)|status|(?:the )?status (?:of )?(?:my )?(?:complaint|case)|my (?:complaint|case)(?: status)?|(?:check )?(?:my |the )?progress|check (?:the |my )?status|any (?:news|update|progress)|how(?:'s| is) my (?:complaint|case)(?: going| doing)?|what(?:'s| is) (?:happening|going on) with my (?:complaint|case)|what(?:'s| is) the (?:status|progress)(?: of my (?:complaint|case))?)$/i,
  ],
  [
    'restart',
    /^(?:重新开始|重来|重新来(?:过)?|从头(?:再)?来|从头开始|重填|restart|start over|start again|begin again)$/i,
  ],
  [
    'cancel',
    /^(?:算了|那|唉)?[,，\s]*我?(?:取消(?:投诉|客诉|申诉|了)?|撤销(?:投诉|申诉)?|撤回(?:投诉|申诉)?|撤诉|withdraw(?: it| my complaint| the complaint)?|不(?:投诉|客诉|反映|申诉|提交)了|不想(?:投诉|反映)了|cancel(?: it| this| my complaint)?|don't file(?: it)?)$/i,
  ],
  ['back', /^(?:返回|上一步|回上一步|后退|回去|back|go back|previous)$/i],
  [
    'reopen',
    /^(?:重新处理|重新办理|再处理|重开|重启案件|reopen|re-open|open (?:it )?again|reopen (?:it|my case|the case))$/i,
  ],
  [
    'skip',
    /^(?:跳过|略过|先跳过|跳过这(?:个|一项)|不填|这个不填|没有就跳过|下一(?:个|题|项)|skip(?: it| this)?|pass|next)$/i,
  ],
  ['submit', /^(?:(?:提交|送出|发送)+|交了?(?:吧)?|报上去吧?|submit|send)$/i],
  ['edit', /^(?:修改|编辑|更改|改(?:一下)?|要改|有错|有地方要改|edit|change|change something|make a change)$/i],
  [
    'change-time',
    /^(?:(?:改|换|调整|更改)(?:个|一下)?(?:上门|到府|预约)?(?:的)?时间|改约|改期|改天|change (?:the )?(?:time|appointment)|reschedule|another time)$/i,
  ],
  [
    'continue-elsewhere',
    /^(?:换(?:个|一个|一台)?(?:设备|手机|平台|应用|app)(?:继续|接着说|说)?|(?:在|到|去)(?:另一个|别的|其他|其它)?(?:手机|设备|平台|应用|app|微信|telegram|电脑)上?(?:继续|接着(?:说|来))|continue (?:on|in) (?:another (?:device|app)|telegram|whatsapp|my phone|my computer)|(?:switch|move) to (?:another (?:device|app)|telegram|whatsapp))$/i,
  ],
  [
    'dont-call',
    /^(?:我?(?:不方便|不想)接(?:电话|听)(?:[,，].{0,10})?|(?:请)?(?:不要|别|不用|不必)(?:再)?(?:给我)?(?:打|来)电话(?:给我|来|过来)?(?:了)?|(?:请)?(?:不要|别)(?:再)?打(?:给我)?(?:了)?|(?:please )?(?:don't|do not|stop) call(?:ing)?(?: me)?(?: again| any ?more)?|no (?:phone )?calls|i (?:don't|do not) want (?:any )?(?:phone )?calls)$/i,
  ],
  [
    'keep',
    /^(?:先(?:别|不要?)(?:提交|送出|交)(?:了|吧)?|先?留着|先保留|先存着|保留|下次再(?:说|来)|以后再(?:说|来)|改天再(?:说|来)|keep it|keep|save it(?: for later)?|later|some other time)$/i,
  ],
  [
    'resume',
    /^(?:(?:其实|那|我)*还是(?:要|继续)?(?:投诉|反映)吧?|(?:那就?|好吧?|算了|没事|没关系|ok|okay|no|never ?mind)[,，。\s]*)?(?:接着(?:来|说|填)|继续(?:填|说|来|吧)?|接着(?:上次)?(?:说|来)|carry on|continue|go on|resume|(?:actually,? )?(?:no,? )?(?:let'?s )?(?:go on|carry on|continue)|keep going)$/i,
  ],
  [
    'review',
    /^(?:(?:你们?|刚才|刚刚|现在|目前|已经|到目前为止|到现在)*(?:都)?(?:记(?:录|下)?了?(?:些)?(?:什么|啥|哪些)(?:了|内容|东西)?|记到哪(?:里|儿)?了)|我?(?:刚才|刚刚|前面|到现在)?都?(?:说|填)(?:了|过)?(?:些)?(?:什么|啥|哪些)了?|(?:给我|让我|再)*(?:看(?:一下|看|一看|一遍)?|核对(?:一下|一遍)?|念一遍)(?:我|已经|现在|你)*(?:填|说|记|写)(?:的|了的|过的|下的)(?:内容|东西|信息)?|what (?:have|did|do) (?:you|i) (?:got|get|have|note|noted|written|write|said|say|told|tell)(?: down)?(?: you)?(?: so far| already)?|(?:show|read) me what (?:you|i)(?:'ve| have)? (?:got|noted|written|said|told you)(?: down)?(?: so far)?|(?:show me |can i see )?(?:a |the |my )?summary(?: so far)?)$/i,
  ],
  [
    'help',
    /^(?:帮助|说明|帮帮我|怎么用|你(?:能|会)(?:做|干)(?:什么|啥)|可以做什么|有什么功能|help|\?|how does this work|what can you do|instructions)$/i,
  ],
  [
    'yes',
    /^(?:是|是的|对|对的|对呀|对啊|对对对?|没错|正确|好|好的|好啊|可以|行|嗯+|嗯嗯|恩|是啊|确认|同意|接受|要|需要|想|有|没问题|没有问题|系|系嘅|係|係嘅|啱|着|可以的|可以了|行了|行的|没毛病|yes,? (?:that(?:'s| is) )?(?:all )?(?:correct|right|fine|good)|yes|yeah|yep|yup|ok|okay|sure|right|correct|that's right|that is right|that's correct|fine|of course|please do|yes please|go ahead|all good|looks good|sounds good|y|i agree|agree|accept|i accept)$/i,
  ],
  [
    'no',
    /^(?:不|不是|不是的|不用|不用了|不对|没有|没|不要|不需要|不了|不行|不可以|不同意|不接受|否|唔系|唔好|唔使|免了|no|nope|nah|no thanks|no thank you|not really|wrong|n|i don't agree|don't accept|i don't accept|disagree)$/i,
  ],
];
const LANGUAGES: [RegExp, (context: UnderstandContext) => Language][] = [
  [
    /^(?:english|(?:in|speak|use|(?:switch|change)(?: the language)? to|(?:write|reply|answer|continue) in) english|(?:用|讲|说|换|换成|换到|改成|改用|转成|切换|切换到|切换成)?(?:英文|英语)(?:说|讲|聊|回复|沟通|交流|版)?)$/i,
    () => 'en',
  ],
  [
    /^(?:(?:用|换|换成|换到|改成|改用|转成|切换|切换到|切换成)?简体(?:中文|字)?|simplified(?: chinese)?)$/i,
    () => 'zh-CN',
  ],
  [
    /^(?:(?:用|换|换成|换到|改成|改用|转成|切换|切换到|切换成)?(?:繁体|正体)(?:中文|字)?|traditional(?: chinese)?)$/i,
    () => 'zh-TW',
  ],
  [
    /^(?:chinese|(?:in|speak|use|(?:switch|change)(?: the language)? to|(?:write|reply|answer|continue) in) chinese|(?:用|讲|说|换|换成|换到|改成|改用|转成|切换|切换到|切换成)?(?:中文|国语|普通话)(?:说|讲|聊|回复|沟通|交流|版)?)$/i,
    chineseOf,
  ],
];

function chineseOf({ language, region }: UnderstandContext): Language {
  if (language !== 'en') return language;
  return region === 'tw' ? 'zh-TW' : 'zh-CN';
}

// Requests for a person that hold inside a longer message, as whole clauses.
const ASKS_AGENT =
  /^(?:(?:快|请|马上|赶紧|赶快|立刻|现在|我要|我想|麻烦|给我|帮我|直接|能不能|可以|可不可以|还是|那|就|你们|先|叫|你)*(?:转接?|接|找|叫|换|要|请|联系|呼叫)(?:到|给我|我)?(?:一?[个位名])?(?:你们)?(?:的)?(?:人工(?:客服|服务)?|真人(?:客服)?|专人|活人|人来)(?:来|过来)?(?:跟我|和我)?(?:说话|说|讲|谈|处理|接听|服务|回电)*(?:吧|啊|呀|好吗|行吗|可以吗|一下)?|(?:please |just |and |so |now )*(?:agent|human|a (?:real )?person|real person)(?:,? please| now)+|(?:and |so |just |please |now )*(?:can i|could i|may i|i want to|i'd like to|i would like to|i need to|i wish to|let me|i demand to)(?: please)? (?:talk|speak|chat) (?:to|with) (?:a|an|the|your|some)?\s?(?:real |live |actual )?(?:person|human|human being|agent|someone|somebody|manager|representative|supervisor|operator|staff)(?: member)?(?: please| now| instead| here| who can help)*|(?:please |just |and )*(?:get|connect|transfer|put) me (?:to |through to |with )?(?:a|an|the|your)?\s?(?:real |live )?(?:person|human|agent|someone|manager|representative|operator)(?: please| now)*)$/i;
const ASKS_FILING =
  /^(?:(?:好吧?|好的|行吧?|可以|嗯+|对|对的|没错|没问题|确认|是的|ok|okay|yes|就这样|那就?|请|帮我|麻烦|直接|现在|赶紧|快|可以了|都对|,|，|。|!|！|\s)*(?:提交|送出)(?:吧|了|啊|呀|一下)?|(?:ok(?:ay)?|yes|yeah|yep|right|correct|good|fine|great|all good|looks good|that's right|please|so|and|then|now|just|,|\.|!|\s)*(?:go ahead(?: and| please)? ?(?:(?:file|submit|send) (?:it|this|that|the complaint|my complaint))|(?:file|submit|send) (?:it|this|that|the complaint|my complaint)(?: now| please)?|submit(?: please| now)?))$/i;
/** Whoever withdraws may say why. */
const WITHDRAWS =
  /^(?:我要?|我想|帮我|那就?|就|先|,|，|\s)*(?:撤回|撤诉|撤销|撤掉|取消投诉|撤回投诉|撤销投诉)(?:吧|了吧|一下|好了)?$|^(?:please |i want to |i'd like to |i would like to )+(?:withdraw|cancel)(?: (?:it|this|my complaint|the complaint))?$/i;
const YES_YES = /^(?:对|是|好|嗯|没错|yes|yeah)的?[,，\s]*(?:(?:对|是|好|嗯|没错|yes|yeah)的?[,，\s]*)+/i;
const BUT = /不|改|但|错|no\b|but|not/i;
const ABOUT_CASE = /到哪|怎么样|进度|进展|结果|处理|办|多久|什么时候|还没|status|progress|update|news|happen|going/i;

/** The command that the whole message is; `agent` and `file` also when one clause of it asks for them. */
export function findCommand(
  reading: Reading,
  context: UnderstandContext,
  caseNumber: Span | undefined,
): FoundCommand | undefined {
  const all: Span = { start: 0, end: reading.plain.length };
  const whole = wholeCommand(reading.plain, context);
  if (whole) return { command: whole, spans: [all] };
  const filing = clausesThat(reading, ASKS_FILING);
  if (filing.length > 0 && !/不(?:要|想)?(?:提交|送出)|don't/i.test(reading.plain))
    return { command: 'file', spans: filing };
  const cancelling = clausesThat(reading, WITHDRAWS);
  if (cancelling.length > 0 && cancelling.length < reading.clauses.length) return { command: 'cancel', spans: [all] };
  const calling = clausesThat(reading, ASKS_AGENT);
  if (calling.length > 0) return { command: 'agent', spans: calling };
  if (caseNumber && asksAbout(reading, caseNumber)) return { command: 'status', spans: [all] };
  if (YES_YES.test(reading.plain) && !BUT.test(reading.plain)) return { command: 'yes', spans: [] };
  return undefined;
}

function wholeCommand(plain: string, context: UnderstandContext): Command | undefined {
  if (plain.length > 60) return undefined;
  const ending = plain
    .trim()
    .replace(CLOSING, '')
    .replace(/^[\s"“'「]+|["”'」]+$/g, '');
  const bare = ending.replace(OPENING, '');
  for (const words of [ending, bare]) {
    if (plain.trim() === '?' || plain.trim() === '？') return 'help';
    const language = LANGUAGES.find(([pattern]) => pattern.test(words));
    if (language) return { language: language[1](context) };
    const found = WHOLE.find(([, pattern]) => pattern.test(words));
    // "好，送出" agrees and asks to file; the word alone is the choice.
    if (found) return found[0] === 'submit' && words !== ending ? 'file' : found[0];
  }
  return undefined;
}

function clausesThat(reading: Reading, pattern: RegExp): Span[] {
  return reading.clauses
    .map((clause) => trimSpan(reading.plain, clause))
    .filter(({ start, end }) => end - start <= 80 && pattern.test(reading.plain.slice(start, end)));
}

/** A message that is little more than a case number and a question about it. */
function asksAbout({ plain }: Reading, { start, end }: Span): boolean {
  const others = plain.slice(0, start) + plain.slice(end);
  return (
    plain.length <= 60 &&
    (others.replace(/编号|案件|投诉|case|number|[\s#:：,，。.?？]/gi, '') === '' || ABOUT_CASE.test(others))
  );
}
