import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** Another process holds the desk. */
export class DeskHeld extends Error {
  readonly code = 'DESK_HELD';

  constructor(readonly dataDir: string) {
    super(`Another process is using the desk in ${dataDir}. Stop it first, or choose another DATA_DIR.`);
    this.name = 'DeskHeld';
  }
}

/** The desk's folder cannot be made or written. */
export class DeskUnwritable extends Error {
  readonly code = 'DESK_UNWRITABLE';

  constructor(
    readonly dataDir: string,
    cause: unknown,
  ) {
    super(`The desk's folder ${dataDir} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'DeskUnwritable';
  }
}

export interface HeldDesk {
  /** Lets another process have the desk. Twice is once. */
  release(): void;
}

/**
 * Holds the desk in `dataDir` for this process, making the folder when missing. The operating system lets go when the
 * process ends, however it ends. Throws DeskHeld or DeskUnwritable.
 */
export function holdDesk(dataDir: string): HeldDesk {
  const lock = openLock(dataDir);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw (error as { code?: unknown }).code === 'SQLITE_BUSY'
      ? new DeskHeld(dataDir)
      : new DeskUnwritable(dataDir, error);
  }
  let held = true;
  return {
    release: () => {
      if (held) lock.close();
      held = false;
    },
  };
}

function openLock(dataDir: string): Database.Database {
  try {
    mkdirSync(dataDir, { recursive: true });
    return new Database(join(dataDir, 'desk.lock'));
  } catch (error) {
    throw new DeskUnwritable(dataDir, error);
  }
}
