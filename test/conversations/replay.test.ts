import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { play } from '../../src/commands/replay/play.js';
import { readTranscript } from '../../src/commands/replay/read-transcript.js';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'));
// Trained once for all transcripts.
const shared = { models: new Map() };

/** Each transcript, played against a desk of its own; what was not as it says, line by line. */
describe('conversations', () => {
  it.each(files)(
    '%s',
    async (file) => {
      const transcript = readTranscript(file, readFileSync(join(import.meta.dirname, file), 'utf8'));
      const failures = await play(transcript, { shared });
      expect(failures.map(({ line, expected, actual }) => `line ${line}: expected ${expected}; got ${actual}`)).toEqual(
        [],
      );
    },
    120_000,
  );

  it('says which line of a transcript was not met', async () => {
    const head = 'title: Wrong on purpose\nplaybook: travel\nnow: 2026-03-02 09:00\nstaff: li service\n\n';
    const transcript = readTranscript('wrong.txt', `${head}customer: 你好\nbot: no such words\nwhat is this\n`);
    expect(transcript.unreadable).toEqual([{ at: 8, text: 'what is this' }]);
    const failures = await play({ ...transcript, unreadable: [] }, { shared });
    expect(failures.map(({ line }) => line)).toEqual([7]);
  }, 120_000);
});
