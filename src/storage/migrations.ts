import type { SettingStore } from '../domain/ports.js';
import { RedressError } from '../errors.js';

/** The schema this version writes. Raised by one with each migration. */
export const SCHEMA = 1;

/** Refuses data of a newer version; a new desk is stamped with this one. */
export async function migrate(settings: SettingStore): Promise<void> {
  const stored = Number(await settings.ensure('schema', String(SCHEMA)));
  if (stored > SCHEMA) {
    throw new RedressError(
      'NEWER_DATA',
      `The data was written by a newer version (schema ${stored}, this version knows ${SCHEMA}); start that version, or restore a backup made by this one.`,
    );
  }
}
