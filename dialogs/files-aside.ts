import type { InboundFile } from '../src/domain/message.js';
import { addEvidence } from './intake/draft.js';
import { repeatQuestion } from './intake/repeat-question.js';
import type { Heard, MessageEvent } from './listen.js';
import type { Turn } from './turn.js';

const LIMIT = '20 MB';
/** Questions to which a file is an answer, or which take files themselves. */
const TAKE_FILES = ['field', 'readback'];

/** Says of each file that was not taken why, and leaves the others in the message. */
export function refuseFiles(turn: Turn, event: MessageEvent): MessageEvent {
  const refused = event.files.flatMap(({ refused: because }) => (because ? [because] : []));
  for (const because of refused) {
    const reason = { phrase: { key: `file.${because}`, values: { limit: LIMIT } } };
    turn.say('invalid.file', { reason, limit: LIMIT });
  }
  return refused.length > 0 ? { ...event, files: event.files.filter((file: InboundFile) => !file.refused) } : event;
}

/** Files alone, while a question is open that they do not answer: they join the draft, and the question is put again. */
export function takeFilesAside(turn: Turn, { event, text }: Heard): boolean {
  const { open } = turn.dialog;
  if (!turn.draft || !open || TAKE_FILES.includes(open.kind) || text !== '' || event.choice !== undefined) return false;
  if (event.files.length === 0) return false;
  addEvidence(turn.draft, event.files);
  turn.say('file.taken', { count: event.files.length });
  repeatQuestion(turn);
  return true;
}
