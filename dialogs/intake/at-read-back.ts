import { namedChoice } from '../choices.js';
import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { classifyDraft } from './classify.js';
import { isPlaceAlone } from '../understanding/place-words.js';
import { plainOf } from '../understanding/reading.js';
import { addEvidence, setField, tellStory } from './draft.js';
import { takeFacts } from './facts.js';
import { fieldOf, fieldsOf, inReadingOrder } from './fields.js';
import { putBack } from './former-value.js';
import { announcesFiles } from './files-announced.js';
import { goOn } from './go-on.js';
import { askSubmit, awaitSubmit, readBackChanges } from './read-back.js';
import { submit } from './submit.js';

/** Words beside a yes of at least so many characters belong to the story. */
const WORTH_KEEPING = 6;

const FILED_YET =
  /(?:还|還)?没人?(?:联系|聯絡|回复|回覆|理)|(?:还|還)沒人?(?:联系|聯絡|回覆|理)|[编編](?:号|號)(?:是|呢|多少)|\bcase number\b|\bnobody (?:has )?(?:called|contacted|answered)\b|(?:提交|送出|登记|登記|交)(?:上去|成功)?了?(?:吗|嗎|没|沒|没有|沒有)|\b(?:submitted|filed|sent)\b.{0,8}\?|did (?:it|you) (?:submit|file|send)/i;

/** Everything was read back: only a clear yes files it, anything else changes or adds to it. */
export function answerReadBack(turn: Turn, heard: Heard): void {
  const draft = turn.draft!;
  const { command, signs, rest } = heard.means;
  addEvidence(draft, heard.event.files);
  if (heard.event.files.length > 0) turn.say('file.taken', { count: heard.event.files.length });
  if (putBack(turn, heard)) return;
  // Everything was read back: a fact and no more puts another in its place.
  const taken = takeFacts(turn, heard, rest === '' && heard.means.facts.length > 0);
  const changes = [...taken.changed, ...taken.noted];
  if (taken.doubt || taken.reask) return goOn(turn, taken);
  if (changes.length > 0) {
    keep(turn, heard);
    return readBackChanges(turn, changes);
  }
  if (namesPlace(turn, heard)) {
    setField(draft, 'place', heard.text, heard.event.id);
    return readBackChanges(turn, ['place']);
  }
  const yes = command === 'submit' || command === 'file' || command === 'yes';
  if (heard.choice === 'submit' || (yes && heard.choice === undefined)) return submit(turn);
  if (heard.choice === 'edit' || command === 'edit') return askWhatToChange(turn);
  if (command === 'no') return askSubmit(turn, 'readback.kept');
  if (heard.event.files.length > 0 && heard.text === '') return askSubmit(turn);
  if (signs.includes('asks-promise') || announcesFiles(heard.text)) {
    turn.say(announcesFiles(heard.text) ? 'evidence.later' : 'repair.promise');
    return askSubmit(turn);
  }
  if (FILED_YET.test(heard.text)) return askSubmit(turn, 'readback.clear');
  if (signs.includes('question')) {
    tellStory(draft, heard.event.id, heard.text, rest);
    turn.say('repair.unknown', { question: { phrase: { key: 'readback.now' } } });
    return awaitSubmit(turn);
  }
  if (!keep(turn, heard)) return askSubmit(turn, 'readback.clear');
  readBackChanges(turn, ['content']);
}

function namesPlace({ context }: Turn, { text, choice, means }: Heard): boolean {
  const plain = choice === undefined && means.command === undefined && means.signs.length === 0;
  return plain && fieldOf(context.playbook, 'place') !== undefined && isPlaceAlone(plainOf(text));
}

/** Asks which line is to be changed. */
export function askWhatToChange(turn: Turn): void {
  const { playbook } = turn.context;
  const fields = inReadingOrder(fieldsOf(turn.draft!, playbook)).filter(({ type }) => type !== 'file');
  const category = { id: 'category', label: { key: 'field.category' } };
  turn.say('choose.field');
  turn.ask({ kind: 'edit', tries: 0 }, [...fields.map((field) => namedChoice(field, turn.language)), category]);
}

/** Files are announced, not told. */
const LATER =
  /^(?:no|没有?|沒有?) ?(?:photos?|pictures?|receipts?|files?|照片|圖片|图片|小票|收據|发票|發票)$|^.{0,12}(?:等下|晚些|待会|待會|等会|等會|一会|一會|稍后|稍後|晚点|晚點|回头|回頭|之后|之後|later).{0,8}$/i;

/** Adds what was said to the story; false when it was nothing to add. */
function keep(turn: Turn, heard: Heard): boolean {
  const { rest, signs } = heard.means;
  const idle = signs.some((sign) => ['insult', 'thanks', 'greeting', 'emoji-only', 'unknown', 'empty'].includes(sign));
  if (idle || LATER.test(rest) || rest.length < WORTH_KEEPING) return false;
  tellStory(turn.draft!, heard.event.id, rest, rest);
  classifyDraft(turn, heard);
  return true;
}
