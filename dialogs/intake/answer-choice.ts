import { choices } from '../choices.js';
import { answerTo, type Heard } from '../listen.js';
import { callPerson } from '../person.js';
import type { Turn } from '../turn.js';
import { plainOf } from '../understanding/reading.js';
import { askCategory, askKind } from './ask.js';
import { classifyDraft } from './classify.js';
import { pass, setField, tellStory } from './draft.js';
import { nothingTaken, takeFacts } from './facts.js';
import { fieldOf, fieldsOf } from './fields.js';
import { fileEarly } from './file-early.js';
import { askChange, goOn, settleDoubt, type Doubt } from './go-on.js';
import { sayChanged, sayNoted } from './noted.js';
import { missingFields } from './fields.js';
import { proceed } from './proceed.js';
import { askSubmit, readBackChanges } from './read-back.js';

/** Longer words beside a choice are said to be kept. */
const WORTH_SAYING = 6;

/** Any yes will do: "对对对", "嗯嗯". */
const YES = /^(?:对|對|是|嗯|好|系|係|yes|yeah|right)/i;

/** A kind chosen, by id, label or words; whatever else is said goes to the story. */
export function answerKind(turn: Turn, heard: Heard): void {
  const draft = turn.draft!;
  const kind = named(turn.context.playbook.kinds, heard);
  if (!kind) return keepAsking(turn, heard, () => askKind(turn, true));
  draft.kind = kind;
  settled(turn, 'kind');
}

/** A category chosen, offered or not. */
export function answerCategory(turn: Turn, heard: Heard): void {
  const draft = turn.draft!;
  const { playbook } = turn.context;
  const category = named(playbook.categories, heard);
  // Whoever has said enough is not held up: staff see to it.
  const enough = heard.means.command === 'submit' || heard.means.command === 'skip';
  if (!category && enough && turn.dialog.open!.kind === 'category') {
    guess(turn);
    return heard.means.command === 'submit' ? fileEarly(turn) : goOn(turn, takeFacts(turn, heard));
  }
  if (!category && heard.choice === 'other') return askCategory(turn, { words: 'repair.choices', all: true });
  if (!category) return keepAsking(turn, heard, () => askCategory(turn, { words: 'repair.choices' }));
  draft.category = category;
  draft.categorySure = true;
  settled(turn, 'category');
}

/** Kind and category are no fields, but are changed like them ("change category", "类型改成账单"). True when one was. */
export function answerOtherClass(turn: Turn, heard: Heard): boolean {
  const wanted = heard.means.corrections.find(({ field }) => field === 'category' || field === 'kind');
  const { draft } = turn;
  if (!draft || !wanted) return false;
  takeFacts(turn, heard);
  const { kinds, categories } = turn.context.playbook;
  const field = wanted.field as 'category' | 'kind';
  const known = wanted.value !== undefined && idOf(field === 'kind' ? kinds : categories, wanted.value);
  if (!known) askChange(turn, field);
  else {
    draft[field] = known;
    if (field === 'category') draft.categorySure = true;
    settled(turn, field);
  }
  return true;
}

/** Which of two readings is right; other words are read as the value itself. */
export function answerDoubt(turn: Turn, heard: Heard): void {
  const { field: id, detail } = turn.dialog.open!;
  const field = fieldOf(turn.context.playbook, id)!;
  const draft = turn.draft!;
  const first = heard.choice === 'a' || heard.means.command === 'yes';
  const chosen = first ? detail?.['a'] : heard.choice === 'b' ? detail?.['b'] : undefined;
  const answer = chosen === undefined ? answerTo(field, heard.text, turn) : { value: chosen };
  if ('invalid' in answer) return leaveInDoubt(turn, heard, field.id);
  const known = draft.fields[field.id];
  setField(draft, field.id, answer.value, heard.event.id);
  const changed = known !== undefined && known !== answer.value;
  goOn(turn, changed ? { noted: [], changed: [field.id] } : { noted: [field.id], changed: [] });
}

/** Something else was said: it is kept, and which of the two is asked once more; then it goes on without. */
function leaveInDoubt(turn: Turn, heard: Heard, field: string): void {
  const draft = turn.draft!;
  const { tries, detail } = turn.dialog.open!;
  const taken = takeFacts(turn, heard);
  const { rest } = heard.means;
  if (rest.length > 1) {
    tellStory(draft, heard.event.id, rest, rest);
    classifyDraft(turn, heard);
  }
  if (taken.doubt || taken.reask) return goOn(turn, taken);
  if (tries === 0) {
    if (taken.changed.length + taken.noted.length === 0 && rest.length > 1) turn.say('story.added');
    sayChanged(turn, taken.changed);
    sayNoted(turn, taken.noted);
    return settleDoubt(turn, { field, ...detail } as Doubt, tries + 1);
  }
  // Of two days that were both said the first is read back, of two hours their day; of two readings of a day none.
  if (draft.fields[field] !== undefined) return goOn(turn, taken);
  const [a = '', b = ''] = [detail?.['a'], detail?.['b']];
  const day = a.slice(0, 10) === b.slice(0, 10) ? a.slice(0, 10) : undefined;
  const known = day ?? (detail?.['how'] === 'two' ? a : undefined);
  if (known !== undefined && fieldOf(turn.context.playbook, field)?.type === 'datetime') {
    setField(draft, field, known, heard.event.id, true);
    taken.noted.push(field);
  } else pass(draft, field);
  goOn(turn, taken);
}

/** What speech was understood as is right, or not: either way it goes on, and everything is read back in the end. */
export function answerVoice(turn: Turn, heard: Heard): void {
  const yes = heard.choice === 'yes' || heard.means.command === 'yes' || YES.test(heard.text);
  const taken = takeFacts(turn, heard);
  if (!yes && heard.choice !== 'no' && heard.means.command !== 'no' && heard.means.rest.length > 1) {
    tellStory(turn.draft!, heard.event.id, heard.means.rest, heard.means.rest);
    classifyDraft(turn, heard);
  }
  if (yes) turn.say('go_on');
  goOn(turn, taken);
}

/** Something was offered beside the course: a person. */
export function answerOffer(turn: Turn, heard: Heard): void {
  if (heard.choice === 'agent' || heard.means.command === 'yes') return callPerson(turn, 'asked');
  if (heard.choice === 'no' || heard.means.command === 'no') {
    turn.say('agent.declined');
    return proceed(turn);
  }
  const taken = takeFacts(turn, heard);
  if (heard.means.rest !== '') tellStory(turn.draft!, heard.event.id, heard.means.rest, heard.means.rest);
  goOn(turn, taken);
}

/** Which field is to be changed. */
export function answerEdit(turn: Turn, heard: Heard): void {
  const { playbook } = turn.context;
  const known = [...fieldsOf(turn.draft!, playbook).map(({ id }) => id), 'category', 'kind'];
  const taken = takeFacts(turn, heard);
  const wanted = heard.choice ?? taken.reask ?? heard.means.corrections.find(({ value }) => value === undefined)?.field;
  if (taken.changed.length + taken.noted.length > 0 || taken.doubt) return goOn(turn, taken);
  if (wanted && known.includes(wanted)) return askChange(turn, wanted);
  if (heard.means.command === 'submit' || heard.means.command === 'no') return askSubmit(turn);
  const labels = fieldsOf(turn.draft!, playbook).map(({ label }) => ({ texts: label }));
  turn.say('change.unknown', { list: { list: labels } });
  turn.offer(choices('submit', 'cancel'));
}

function settled(turn: Turn, what: 'kind' | 'category'): void {
  const complete = missingFields(turn.draft!, turn.context.playbook).length === 0;
  if (turn.memory['readBack'] && complete) return readBackChanges(turn, [what]);
  proceed(turn);
}

/** Nothing that was said is lost; the question is put once more, then the best guess stands. */
function keepAsking(turn: Turn, heard: Heard, askOnceMore: () => void): void {
  const draft = turn.draft!;
  const open = turn.dialog.open!;
  const taken = takeFacts(turn, heard);
  if (heard.means.rest.length > 1 && heard.means.command !== 'file') {
    tellStory(draft, heard.event.id, heard.means.rest, heard.means.rest);
    classifyDraft(turn, heard);
  }
  if (taken.doubt || taken.reask) return goOn(turn, taken);
  const told = taken.noted.length + taken.changed.length > 0;
  if (told || (open.kind === 'category' && draft.category) || (open.kind === 'kind' && draft.kind)) {
    return goOn(turn, taken);
  }
  if (open.tries === 0) {
    if (heard.means.rest.length > WORTH_SAYING) turn.say('story.added');
    askOnceMore();
    turn.dialog.open!.tries = 1;
    return;
  }
  guess(turn);
  goOn(turn, nothingTaken());
}

/** The likeliest kind and category, unsure: staff will see to it. */
function guess(turn: Turn): void {
  const draft = turn.draft!;
  const { playbook, classify } = turn.context;
  draft.kind ??= playbook.kinds[0]?.id;
  const other = playbook.categories.find(({ id }) => id === 'other')?.id;
  draft.category ??= other ?? classify(draft.fields['content'] ?? '', 'category').ranked[0]?.label;
}

function named(known: { id: string; label: Record<string, string> }[], heard: Heard): string | undefined {
  return idOf(known, heard.choice ?? '') ?? idOf(known, heard.text);
}

/** By id or by label in any language. */
function idOf(known: { id: string; label: Record<string, string> }[], said: string): string | undefined {
  const words = plainOf(said).toLowerCase().trim();
  return (
    known.find(({ id }) => id === words)?.id ??
    known.find(({ label }) => Object.values(label).some((text) => plainOf(text).toLowerCase() === words))?.id
  );
}
