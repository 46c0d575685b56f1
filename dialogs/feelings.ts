import type { Heard } from './listen.js';
import { kindOf } from './intake/draft.js';
import type { Turn } from './turn.js';
import { quoteOf } from './understanding/quote.js';
import { phrase } from './wording/phrase.js';

/** The first words on a matter: what was heard, in the customer's own words, and sorrow for it; once a matter. */
export function hearOut(turn: Turn, heard: Heard): void {
  if (turn.memory['heardOut']) return;
  turn.memory['heardOut'] = true;
  const draft = turn.draft!;
  const { playbook } = turn.context;
  const { alarms, signs } = heard.means;
  const { receipt } = kindOf(draft, playbook);
  if (signs.includes('insult')) {
    turn.dialog.insults += 1;
    turn.say('ack.insult');
  }
  if (draft.kind && receipt === 'suggestion') turn.say('kind.suggestion');
  else if (!draft.kind || receipt === 'complaint' || receipt === 'request') beSorry(turn, heard);
  if (alarms.includes('public')) turn.say('ack.public');
}

function beSorry(turn: Turn, heard: Heard): void {
  const draft = turn.draft!;
  const { playbook, classify } = turn.context;
  const story = draft.fields['content'] ?? '';
  const words = classify(story, 'category').words;
  const quote = quoteOf(heard.text, words, turn.language) ?? '';
  if (heard.means.alarms.includes('face')) return void turn.say('ack.face');
  if (heard.means.alarms.includes('money')) return void turn.say('ack.money', { quote });
  const family = playbook.categories.find(({ id }) => id === draft.category)?.feel;
  turn.say('ack.inconvenience', { quote, feel: family ? { phrase: phrase(`feel.${family}`) } : '' });
}
