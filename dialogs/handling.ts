import { choices } from './choices.js';
import { answerReopen } from './asks/reopen.js';
import { beginDraft, setField } from './intake/draft.js';
import { fieldOf } from './intake/fields.js';
import { startMatter } from './intake/start-matter.js';
import { listen, type Heard } from './listen.js';
import { isOpenCase } from './status/case-words.js';
import { tellCase } from './status/status.js';
import type { Turn } from './turn.js';
import { plainOf } from './understanding/reading.js';
import { phrase } from './wording/phrase.js';
import { word } from './wording/word.js';

/** A complaint about how an earlier one was handled, in simplified Chinese and English. */
const HANDLING =
  /投诉(?:的)?(?:处理|过程|流程)(?!得(?:很|挺|非常)(?:好|快))|(?:上次|之前|前面|原来|那件|我)的?(?:那件|那个)?投诉[^。！？\n]{0,12}(?:没(?:有)?人|无人|没(?:有)?(?:下文|结果|回音|处理|解决)|不(?:处理|理|管|了了之)|敷衍|推诿|石沉大海)|投诉了?[^。！？\n]{0,8}(?:根本|还是|一直)?(?:没(?:有)?人|无人)(?:理|管|处理|回)|(?:处理|负责)(?:我|这件|那件|这个|那个)?的?(?:投诉|案件)?的(?:人|同事|客服|经理)|投诉处理(?:的)?人|\b(?:how|the way|whoever|the person who|the people who) .{0,30}\bcomplaint (?:was|is|has been|is being) (?:being )?(?:handled|dealt with|treated)|\b(?:handled|dealt with|ignored|mishandled) my (?:last |previous |first |earlier )?complaint|\bmy (?:last |previous |first |earlier )?complaint (?:was|has been|is being) (?:ignored|mishandled|badly handled|handled badly)|\b(?:nobody|no one) (?:answered|handled|dealt with|looked at|did anything about) my (?:last |previous |first |earlier )?complaint/i;

/** Asks whether the earlier case is to go on, or how it was handled is a matter of its own. True when it was asked. */
export function askAboutHandling(turn: Turn, heard: Heard): boolean {
  const { cases } = turn.context;
  const { caseNumber } = heard.means;
  const known = caseNumber === undefined ? cases[0] : cases.find(({ case: of }) => of.number === caseNumber);
  if (turn.draft || !known || !HANDLING.test(plainOf(heard.text))) return false;
  const { number } = known.case;
  turn.memory['handling'] = heard.text;
  turn.say('repair.handling', { number });
  turn.ask({ kind: 'choose', tries: 0, detail: { what: 'handling', number } }, choices('old_case', 'handling'));
  return true;
}

/** The old case goes on, or a new one begins, linked with it; who handled the old one is kept out of the new. False: neither. */
export function answerHandling(turn: Turn, heard: Heard, number: string): boolean {
  const text = String(turn.memory['handling'] ?? '');
  delete turn.memory['handling'];
  const { command } = heard.means;
  if (heard.choice === 'old_case' || command === 'yes' || command === 'resume')
    return goOnWith(turn, heard, number, text);
  if (heard.choice !== 'handling' && command !== 'no') return false;
  beginDraft(turn);
  turn.memory['about'] = number;
  turn.memory['sameAsked'] = true;
  takeOver(turn, number);
  startMatter(turn, { ...heard, ...listen(turn, { ...heard.event, text, choice: undefined }) });
  return true;
}

function goOnWith(turn: Turn, heard: Heard, number: string, text: string): boolean {
  const known = turn.context.cases.find(({ case: of }) => of.number === number);
  if (!known) return false;
  if (!isOpenCase(known.case)) return answerReopen(turn, { ...heard, means: { ...heard.means, caseNumber: number } });
  turn.memory['addSilently'] = true;
  turn.perform.push({ verb: 'add-to-case', caseNumber: number, args: { text } });
  tellCase(turn, known);
  return true;
}

/** Who handled the old case is who the new one is about; who the customer is is known. */
function takeOver(turn: Turn, number: string): void {
  const { playbook, now, cases } = turn.context;
  const draft = turn.draft!;
  const told = cases.find(({ case: of }) => of.number === number)?.case.fields ?? {};
  for (const id of ['name', 'phone', 'email']) {
    if (told[id] !== undefined && fieldOf(playbook, id)) setField(draft, id, told[id], turn.cause);
  }
  const accused = fieldOf(playbook, playbook.accusedField ?? 'accused');
  if (!accused) return;
  const words = word(phrase('handling.person', { number }), turn.language, { zone: playbook.calendar.zone, now });
  setField(draft, accused.id, words, turn.cause);
}
