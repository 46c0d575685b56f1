import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SettingStore } from '../domain/ports.js';
import { RedressError } from '../errors.js';
import { backUpBeforeMigration } from './backup.js';
import type { Connected, StorageOptions } from './connect.js';
import { isEmpty } from './every-row.js';
import { MIGRATIONS, SCHEMA } from './migrations.js';

const LOCK = 'migration';
const LEASE_MS = 10 * 60_000;
const LOOK_AGAIN_MS = 500;
const LONGEST_WAIT_MS = 30 * 60_000;

/** Brings older data to this version, after a backup; refuses newer data; stamps a new desk. */
export async function migrate(connected: Connected, settings: SettingStore, options: StorageOptions): Promise<void> {
  if ((await schemaOf(connected, settings)) === SCHEMA) return;
  const holder = randomUUID();
  const leased = () => settings.lease(LOCK, holder, options.now(), new Date(options.now().getTime() + LEASE_MS));
  for (let waited = 0; !(await leased()); waited += LOOK_AGAIN_MS) {
    if (waited > LONGEST_WAIT_MS)
      throw new RedressError('STORAGE_UNREACHABLE', 'Another process has been migrating the data for too long.');
    await pause(LOOK_AGAIN_MS);
  }
  const stored = await schemaOf(connected, settings);
  if (stored < SCHEMA)
    await backUpBeforeMigration(connected, join(options.dataDir, 'backups', `before-version-${SCHEMA}`), options);
  for (let version = stored; version < SCHEMA; version += 1) {
    await leased();
    await MIGRATIONS[version]!.run(connected.models, options.now());
    await settings.set('schema', String(version + 1));
  }
  await settings.lease(LOCK, holder, options.now(), options.now());
}

/** The version of what is stored; a new desk is stamped, one that nobody stamped is of version 0. Throws NEWER_DATA. */
export async function schemaOf({ models }: Connected, settings: SettingStore): Promise<number> {
  const stamped = await settings.get('schema');
  const stored = Number(stamped ?? ((await isEmpty(models)) ? await settings.ensure('schema', String(SCHEMA)) : 0));
  if (stored > SCHEMA) {
    throw new RedressError(
      'NEWER_DATA',
      `The data was written by a newer version (schema ${stored}, this version knows ${SCHEMA}); start that version, or restore a backup made by this one.`,
    );
  }
  return stored;
}
