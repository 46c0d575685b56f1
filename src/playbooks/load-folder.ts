import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Playbook } from '../domain/playbook.js';
import { readExamples, type Example } from './examples.js';
import { readPlaybook } from './load-playbook.js';
import type { PlaybookError } from './playbook-error.js';

/** A checked playbook with the sentences that its classifier learns from. */
export interface LoadedPlaybook {
  playbook: Playbook;
  examples: Example[];
  file: string;
}

export interface LoadedPlaybooks {
  good: LoadedPlaybook[];
  /** The ids of playbooks that cannot be used, as far as their files tell. */
  broken: { id: string; file: string }[];
  errors: PlaybookError[];
}

/**
 * Loads every playbook of the folders: `<folder>/<id>/playbook.yaml` or `<folder>/<id>.yaml` (or `.yml`), with examples beside
 * (`examples.zh.txt`, `<id>.examples.zh.txt`). A later folder's playbook stands in place of an earlier one's of the same
 * id, also when it is broken: the desk never serves another procedure than the one meant.
 */
export function loadPlaybooks(folders: string[], verbs: string[]): LoadedPlaybooks {
  const all: LoadedPlaybooks = { good: [], broken: [], errors: [] };
  for (const folder of folders) {
    const found = loadFolder(folder, verbs);
    const ids = new Set([...found.good.map(({ playbook }) => playbook.id), ...found.broken.map(({ id }) => id)]);
    all.good = [...all.good.filter(({ playbook }) => !ids.has(playbook.id)), ...found.good];
    all.broken = [...all.broken.filter(({ id }) => !ids.has(id)), ...found.broken];
    all.errors.push(...found.errors);
  }
  return all;
}

/** Loads one playbook with its examples. */
export function loadPlaybookFile(file: string, verbs: string[]): LoadedPlaybook | { errors: PlaybookError[] } {
  const read = readPlaybook(readFileSync(file, 'utf8'), file, verbs);
  if ('errors' in read) return read;
  const categories = read.playbook.categories.map(({ id }) => id);
  const parts = exampleFiles(file).map((path) => readExamples(readFileSync(path, 'utf8'), path, categories));
  const errors = parts.flatMap((part) => part.errors);
  if (errors.length > 0) return { errors };
  return { playbook: read.playbook, examples: parts.flatMap((part) => part.examples), file };
}

function loadFolder(folder: string, verbs: string[]): LoadedPlaybooks {
  const found: LoadedPlaybooks = { good: [], broken: [], errors: [] };
  for (const file of playbookFiles(folder)) {
    const loaded = loadPlaybookFile(file, verbs);
    const twin = 'errors' in loaded ? undefined : found.good.find(({ playbook }) => playbook.id === loaded.playbook.id);
    if ('errors' in loaded) {
      found.broken.push({ id: idOf(file), file });
      found.errors.push(...loaded.errors);
    } else if (twin) {
      const message = `${twin.file} has the same id "${loaded.playbook.id}"`;
      found.errors.push({ file, line: 1, field: 'id', message });
    } else found.good.push(loaded);
  }
  return found;
}

function playbookFiles(folder: string): string[] {
  const names = readdirSync(folder).sort();
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (/\.ya?ml$/.test(name)) return [path];
    if (!statSync(path).isDirectory()) return [];
    return readdirSync(path)
      .filter((inner) => /^playbook\.ya?ml$/.test(inner))
      .map((inner) => join(path, inner));
  });
}

/** The id that a file's text gives, else the one its name tells. */
function idOf(file: string): string {
  const written = /^id:[ \t]*["']?([\w-]+)/m.exec(readFileSync(file, 'utf8'))?.[1];
  return written ?? stem(file);
}

function stem(file: string): string {
  const name = basename(file).replace(/\.ya?ml$/, '');
  return name === 'playbook' ? basename(dirname(file)) : name;
}

function exampleFiles(file: string): string[] {
  const own = /^playbook\.ya?ml$/.test(basename(file));
  const form = own ? /^examples\.[\w-]+\.txt$/ : /\.examples\.[\w-]+\.txt$/;
  const names = readdirSync(dirname(file)).filter(
    (name) => form.test(name) && (own || name.startsWith(`${stem(file)}.`)),
  );
  return names.sort().map((name) => join(dirname(file), name));
}
