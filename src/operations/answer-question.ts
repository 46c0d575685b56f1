import { z } from 'zod';
import { words } from './arguments.js';
import { resumeClocks } from './running-clocks.js';
import { raiseByWords } from './set-severity.js';
import { takeWords } from './take-words.js';
import { verb } from './verb.js';
import { byCustomer } from './who.js';

const shape = z.strictObject({ text: words });

export const answerQuestion = verb<z.infer<typeof shape>>({
  name: 'answer-question',
  on: 'case',
  describe: 'The customer answers what was asked; the clocks go on.',
  arguments: shape,
  when: 'open',
  internal: true,
  who: byCustomer,
  counts: () => false,
  apply(work, args) {
    const { of } = work;
    // An answer that comes too late is still heard.
    if (!of.question) return takeWords(work, args.text);
    const asked = of.question;
    of.question = undefined;
    of.calls = of.calls.filter(({ because }) => because !== asked?.text);
    resumeClocks(work);
    raiseByWords(work, args.text);
    if (asked)
      work.notify({ person: asked.by }, { key: 'notify.answered', values: { number: of.number, text: args.text } });
  },
});
