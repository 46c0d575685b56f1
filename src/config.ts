import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { RedressError } from './errors.js';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    );

/** Every variable: what it means and what it may be. `.env.example` is held equal to this by a test. */
export const CONFIG_SCHEMA = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3978).describe('Port the desk listens on'),
  HOST: z.string().min(1).default('localhost').describe('Address it listens on; loopback unless set'),
  PUBLIC_URL: url('http:', 'https:')
    .optional()
    .describe('Address under which customers and vendors reach the desk; means production'),
  PRIVACY_URL: url('http:', 'https:')
    .optional()
    .describe('Page that says what is done with personal data; the chat links it once, in the first matter'),
  NODE_ENV: z.string().optional().describe('"production" means production'),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder of the embedded storage and of evidence'),
  MONGODB_URI: url('mongodb:', 'mongodb+srv:')
    .optional()
    .describe('Use MongoDB 6 or newer instead of the embedded storage'),
  SYNCHRONOUS: z
    .enum(['NORMAL', 'FULL'])
    .default('NORMAL')
    .describe('Embedded storage: NORMAL survives a killed process; FULL also a power cut, at a disk flush a commit'),
  PLAYBOOK: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be the id of a playbook')
    .default('hotel-frontdesk')
    .describe('Playbook of customers who come without another'),
  PLAYBOOK_DIR: z
    .string()
    .min(1)
    .refine((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory(), 'there is no such folder')
    .optional()
    .describe("Folder of the company's own playbooks"),
  DEMO: flag.optional().describe('1: make demo staff at the first start, also where they would not be made'),
  ALLOWED_ORIGINS: z
    .string()
    .optional()
    .transform(
      (value) =>
        value
          ?.split(',')
          .map((one) => one.trim())
          .filter(Boolean) ?? [],
    )
    .describe('Origins, separated by commas, whose pages may use the web chat'),
  SESSION_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe('Signs links and tokens; made and kept in the store when not set'),
  ADMIN_PASSWORD: z
    .string()
    .min(10, 'must have at least 10 characters')
    .optional()
    .describe('Password of "admin" at the first start; made and shown once when not set'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'must be a token as BotFather gives it')
    .optional()
    .describe('Turns the Telegram channel on'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'may hold letters, digits, _ and -')
    .optional()
    .describe('Secret of the webhook; needed with PUBLIC_URL'),
  TELEGRAM_API_ROOT: url('http:', 'https:').optional().describe("Another Bot API server than Telegram's"),
  MICROSOFT_APP_ID: z.string().min(1).optional().describe('App id of the Bot Framework channel'),
  MICROSOFT_APP_PASSWORD: z.string().min(1).optional().describe('Its password'),
  MICROSOFT_APP_TENANT_ID: z.string().min(1).optional().describe('Its tenant, for single-tenant apps'),
  WEBHOOK_ALLOW_PRIVATE: flag
    .default(false)
    .describe('1: webhooks may lead to addresses of private networks and of this machine'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much is logged'),
});

export type Config = z.output<typeof CONFIG_SCHEMA> & { production: boolean };

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;

export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** Reads the environment; `.env` in the folder is read when there is one, what is set outside wins. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, file = '.env'): Config {
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return parseConfig({ ...written, ...env });
}

/** Throws BAD_CONFIGURATION naming every bad variable at once, without values. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in CONFIG_SCHEMA.shape && value !== ''),
  );
  const read = CONFIG_SCHEMA.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${String(path[0])}: ${reason(message)}`);
    throw new RedressError('BAD_CONFIGURATION', `The configuration cannot be used. ${problems.join('; ')}`);
  }
  const config = {
    ...read.data,
    production:
      read.data.NODE_ENV === 'production' || read.data.PUBLIC_URL !== undefined || !isLoopback(read.data.HOST),
  };
  const missing = [
    config.TELEGRAM_BOT_TOKEN &&
      config.PUBLIC_URL &&
      !config.TELEGRAM_WEBHOOK_SECRET &&
      'TELEGRAM_WEBHOOK_SECRET is needed with PUBLIC_URL',
    config.TELEGRAM_BOT_TOKEN &&
      config.PUBLIC_URL?.startsWith('http:') &&
      !config.TELEGRAM_API_ROOT &&
      'PUBLIC_URL must be https for Telegram',
    config.MICROSOFT_APP_ID &&
      !config.MICROSOFT_APP_PASSWORD &&
      'MICROSOFT_APP_PASSWORD is needed with MICROSOFT_APP_ID',
  ].filter(Boolean);
  if (missing.length > 0)
    throw new RedressError('BAD_CONFIGURATION', `The configuration cannot be used. ${missing.join('; ')}`);
  return config;
}

/** zod's words without the value received, which may be a secret. */
function reason(message: string): string {
  return message.replace(/,? received .*$/i, '');
}
