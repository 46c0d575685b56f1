import type { Heard } from '../listen.js';
import { addFiles } from '../asks/add-files.js';
import { endDraft } from './end-draft.js';
import type { Turn } from '../turn.js';
import { proceed } from './proceed.js';
import { takeStory } from './story.js';
import { isPlainQuestion } from '../small-talk.js';
import { tellCase } from '../status/status.js';
import { repeatQuestion } from './repeat-question.js';

/** Yes: what was said is added to the case that is there. No, or more of the story: it is a matter of its own. */
export function answerSameMatter(turn: Turn, heard: Heard): void {
  const draft = turn.draft!;
  const number = turn.dialog.open!.detail?.['number'];
  if (heard.choice === 'yes' || heard.means.command === 'yes') {
    turn.perform.push({ verb: 'add-to-case', caseNumber: number, args: { text: draft.fields['content'] } });
    if (number !== undefined && draft.evidence.length > 0) addFiles(turn, number, draft.evidence);
    return endDraft(turn);
  }
  // Asked how it stands in place of an answer: told, and the question stays.
  const known = turn.context.cases.find(({ case: of }) => of.number === number);
  if (known && heard.choice === undefined && isPlainQuestion(heard)) {
    tellCase(turn, known);
    return repeatQuestion(turn);
  }
  const no = heard.choice === 'no' || heard.means.command === 'no';
  const noted = no ? Object.keys(draft.fields) : takeStory(turn, heard).noted;
  proceed(turn, noted);
}
