import type { InboundFile } from '../../src/domain/message.js';
import type { Turn } from '../turn.js';

/** Files for a case that is filed; how many is said when they are there. */
export function addFiles(turn: Turn, caseNumber: string, files: InboundFile[]): void {
  turn.memory['filesSent'] = files.length;
  turn.perform.push({ verb: 'add-evidence', caseNumber, args: { files } });
}
