import { randomBytes } from 'node:crypto';
import { pino, type DestinationStream } from 'pino';
import type { Clockwork, Ids, Logger } from './domain/ports.js';

/** The real clock, ids and log: with the configuration the only impure globals of the product. */
export const systemClock: Clockwork = { now: () => new Date() };

export const systemIds: Ids = {
  next: () => randomBytes(18).toString('base64url'),
  inOrder: () => `${Date.now().toString(36).padStart(9, '0')}${randomBytes(15).toString('base64url')}`,
};

/** Values under these names never reach the log: secrets and what customers say or are called. */
const REDACTED = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'csrf',
  'key',
  'link',
  'text',
  'name',
  'displayName',
  'phone',
  'email',
  'fields',
  'content',
  'address',
].flatMap((name) => [name, `*.${name}`]);

export function systemLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: undefined, redact: { paths: REDACTED, censor: '[redacted]' } };
  return destination ? pino(options, destination) : pino(options);
}

/** Settles after so long, and keeps no process alive. */
export const patience = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());
