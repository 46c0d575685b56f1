import { alert, Icon } from '../shared/icon.js';
import type { Problem } from './api.js';
import type { DeskWords } from './words/words.js';

/** What went wrong, in words; the code small at the end. */
export function ProblemNotice({ problem, words }: { problem: Problem; words: DeskWords }) {
  const known = words.problems[problem.code];
  const detail = problem.message !== known ? problem.message : '';
  return (
    <div class="notice late" role="alert">
      <Icon of={alert} />
      <div>
        <p>{known ?? problem.message ?? words.problems.INTERNAL}</p>
        {known && detail && <p class="second">{detail}</p>}
        <p class="quiet">
          {problem.code}
          {problem.field && ` · ${words.argument(problem.field)}`}
        </p>
      </div>
    </div>
  );
}

/** Why an operation is not possible now: a code's words, or the words themselves. */
export function reason(because: string | undefined, words: DeskWords): string {
  return words.problems[because ?? ''] ?? because ?? words.problems.NOT_NOW ?? '';
}
