import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CONFIG_SCHEMA, parseConfig } from '../../src/config.js';

const EXAMPLE = readFileSync(resolve(import.meta.dirname, '../../.env.example'), 'utf8');

test('.env.example names every variable of the schema with its meaning, and no other', () => {
  const lines = EXAMPLE.split('\n');
  const written = lines.flatMap((line, index) => {
    const name = /^# ?([A-Z][A-Z_]+)=/.exec(line)?.[1];
    return name ? [[name, lines[index - 1]?.replace(/^# /, '')]] : [];
  });
  const schema = Object.entries(CONFIG_SCHEMA.shape).map(([name, { description }]) => [name, description]);
  expect(written).toEqual(schema);
});

test('every bad variable is reported at once, by name and without its value', () => {
  const secret = 'kept-out-of-the-message';
  const read = () =>
    parseConfig({ PORT: `${secret}-port`, LOG_LEVEL: `${secret}-level`, PUBLIC_URL: `${secret} address` });
  expect(read).toThrow(/PORT: .*LOG_LEVEL: .*|LOG_LEVEL: .*PORT: .*/);
  expect(read).toThrow(/PUBLIC_URL/);
  expect(read).not.toThrow(new RegExp(secret));
});

test('an address, or a host that is not loopback, means production', () => {
  expect(parseConfig({}).production).toBe(false);
  expect(parseConfig({ PUBLIC_URL: 'https://help.example.com' }).production).toBe(true);
  expect(parseConfig({ HOST: '0.0.0.0' }).production).toBe(true);
});
