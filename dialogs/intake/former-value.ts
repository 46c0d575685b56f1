import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { plainOf } from '../understanding/reading.js';
import { setField } from './draft.js';
import { nothingTaken } from './facts.js';
import { goOn } from './go-on.js';

/** A former value named, it was right after all. */
const RIGHT =
  /才对|是对的|没错|没记错|还是|改回|换回|用回|^(?:不对|不是)|\b(?:was|is|were) (?:right|correct)\b|\bafter all\b|\bback to\b|^no\b/;

/** The former value meant without its words: "还是原来那个号码", "the old number was right". */
const AS_BEFORE =
  /(?:还是|改回|换回|用回|恢复).{0,4}(?:原来|原先|之前|以前|最初|第一个|上一个)|(?:原来|原先|之前|最初)(?:的|那)?个?.{0,4}(?:才对|是对的|没错|就对|就好|就行)|\b(?:back to|keep|use) the (?:old|original|first|previous|earlier|former) (?:one|number|phone|name|room|place|time)\b|\bthe (?:old|original|first|previous|earlier|former) (?:one|number|phone|name|room|place|time) (?:is|was) (?:right|correct|fine)\b/;

const NAMED: [field: string, words: RegExp][] = [
  ['phone', /电话|手机|号码|\b(?:phone|number)\b/],
  ['name', /名字|姓名|称呼|\bname\b/],
  ['room_no', /房号|房间|\broom\b/],
  ['order_no', /订单|单号|\border\b/],
  ['place', /地点|地方|\bplace\b/],
  ['occurred_at', /时间|日期|\b(?:time|date)\b/],
];

/** Longer texts tell something of their own. */
const LONGEST = 60;

/** They go back to what stood before a change; true when it was put back. */
export function putBack(turn: Turn, heard: Heard): boolean {
  const { was } = turn.draft!;
  if (!was || heard.choice !== undefined || heard.text.length > LONGEST) return false;
  const field = meant(turn, plainOf(heard.text).toLowerCase(), Object.entries(was));
  if (field === undefined) return false;
  setField(turn.draft!, field, was[field]!, heard.event.id);
  goOn(turn, { ...nothingTaken(), changed: [field] });
  return true;
}

function meant(turn: Turn, text: string, was: [field: string, value: string][]): string | undefined {
  const short = was.filter(([field]) => field !== 'outcome' && field !== 'content').reverse();
  const named = short.find(([field, value]) => {
    const now = turn.draft!.fields[field];
    return saysWhole(text, value) && !(now !== undefined && saysWhole(text, now));
  });
  if (named) return RIGHT.test(text) ? named[0] : undefined;
  if (!AS_BEFORE.test(text) || /\d{3}/.test(text)) return undefined;
  const asked = NAMED.find(([, words]) => words.test(text))?.[0];
  return asked === undefined ? short[0]?.[0] : short.find(([field]) => field === asked)?.[0];
}

/** Whether a value stands in a text as a word of its own: 130 is not said with 1308. */
function saysWhole(text: string, value: string): boolean {
  const said = plainOf(value).toLowerCase();
  const at = said.length < 2 ? -1 : text.indexOf(said);
  if (at < 0) return false;
  const joined = /[a-z0-9]/;
  return !joined.test(text.charAt(at - 1)) && !joined.test(text.charAt(at + said.length));
}
