import { soundsLikeName } from './names.js';
import { endsAsPlace, tellsHow } from './place-words.js';
import { plainOf } from './reading.js';
import { surnameLength } from './surnames.js';
import { isWishy } from './wishes.js';

const NO_PERSON =
  /\d|[。？?@他她它我]|^[零一二三四五六七八九十百千万两]+[块元]?$|^[那这](?:是|个是)|时间|地点|不|没|投诉|退|赔|换|歉|算了|先这样|就这样|这样吧|好了|就行|给我|帮我|什么|怎么|为什么|可以|希望|要求|问题|态度|经理|前台|导游|领队|司机|服务员|客服|旅行社|公司|酒店|刚才|刚说|刚刚|说过|同上|上面|前面|已经|你们|他们|我们|她们|马上|赶紧|尽快|解决|处理|看着办|随便|订单|电话|这个|那个|[昨今明]天|[上下]午|晚上|时候|就行了|[的了吗呢吧]$|再见|再見|拜拜|\b(?:bye|goodbye|no|wait|refund|an|and|with|for|free|fix|change|move|apolog\w*|compensat\w*|discount|replace\w*|voucher|explanation|upgrade|please|want|money|back|room|order|why|what|when|where|how|you|your|yours|the|is|are|was|were|had|have|yesterday|today|asap|now|already|above|told|said|same|nothing|whatever|people|persons|adults?|children|kids?|wife|husband|help|my|we|they|he|she|us|me|it|there|didn't|don't|doesn't|won't|can't|his|her|their|name|waiter|waitress|tell|give|gave|two|three|four|five|six)\b/i;

/** Somebody or something is called so: "那位柜台人员姓陈", "旅行社是…". Not the writer. */
const OF_ANOTHER = /..[是姓叫]./;

/** As many Chinese characters as a name hardly has, unless dots part it. */
const LONGEST = 6;

/** Whether words that were given for a name cannot be one. */
export const isNoName = (plain: string): boolean =>
  NO_PERSON.test(plain) ||
  tellsHow(plain) ||
  (/[\u3400-\u9fff]/.test(plain) && (OF_ANOTHER.test(plain) || (plain.length > LONGEST && !/[·\s]/.test(plain))));

/** Chinese places that begin like a family name end so ("温州", "张家界"). */
const AS_PLACE = /[州阳波江海西东北南徽庄庆界都岗湾线桥]$/;
/** Capitalised words that name no person. */
const THINGS =
  /\b(?:room|service|front|main|lobby|pool|bar|spa|club|business|fitness|kids|centre|center|hotel|suite|deluxe|night|day|hong|new|great|city|town|island|breakfast|lunch|dinner|tour|bus|air|check|very|bad|good|so|all|last|first|second|third|ground|english|chinese)\b/i;

/** Times that begin like a family name ("黄昏"). */
const AS_TIME = /^周[一二三四五六日末内]|[天昏晚夜晨早末季节日旦午]$/;

/** Whether a text is somebody's full name and nothing else, though no name was asked: "林怡君", "Tom Becker"; `short`: "刘洋" too. */
export function isFullName(text: string, short = false): boolean {
  const plain = plainOf(text.trim()).replace(/[.。!！]$/, '');
  if (isNoName(plain) || endsAsPlace(plain) || isWishy(plain) || !soundsLikeName(plain)) return false;
  if (/^[A-Z](?:[a-z]+|\.)(?:[ -][A-Z][\w'’.-]*){1,2}$/.test(plain)) return !THINGS.test(plain);
  const given = plain.length - surnameLength(plain);
  const chinese = /^[\u3400-\u9fff]{2,4}$/.test(plain) && surnameLength(plain) > 0 && !AS_PLACE.test(plain);
  return chinese && !AS_TIME.test(plain) && (given === 2 || (short && given === 1));
}
