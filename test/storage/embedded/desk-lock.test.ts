import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeskHeld, DeskUnwritable, holdDesk } from '../../../src/storage/embedded/desk-lock.js';

let folder: string;
let dataDir: string;
let holder: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-lock-'));
  dataDir = join(folder, 'new', 'data');
});
afterEach(() => {
  holder?.kill('SIGKILL');
  holder = undefined;
  rmSync(folder, { recursive: true });
});

/** Another process that holds the desk until it is killed. */
async function heldElsewhere(): Promise<void> {
  const script = join(import.meta.dirname, 'support', 'desk-holder.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  holder = child;
  await new Promise((resolve) => child.stdout.once('data', resolve));
}

async function killHolder(): Promise<void> {
  const ended = new Promise((resolve) => holder!.once('close', resolve));
  holder!.kill('SIGKILL');
  await ended;
}

describe('the lock of a desk', () => {
  it('makes the folder, and is held until it is released', () => {
    const desk = holdDesk(dataDir);
    expect(existsSync(join(dataDir, 'desk.lock'))).toBe(true);
    expect(() => holdDesk(dataDir)).toThrow(DeskHeld);
    desk.release();
    desk.release();
    holdDesk(dataDir).release();
  });

  it('keeps a second process out, and is free once the first was killed', async () => {
    await heldElsewhere();
    expect(() => holdDesk(dataDir)).toThrow(DeskHeld);
    await killHolder();
    holdDesk(dataDir).release();
  });

  it('says so when the folder cannot be made', () => {
    writeFileSync(join(folder, 'new'), 'a file in the way');
    expect(() => holdDesk(dataDir)).toThrow(DeskUnwritable);
  });

  it('says so when the lock cannot be written', () => {
    writeFileSync(
      join(folder, 'desk.lock'),
      'something else that is no database, long enough to be read as one'.repeat(20),
    );
    expect(() => holdDesk(folder)).toThrow(DeskUnwritable);
  });
});
