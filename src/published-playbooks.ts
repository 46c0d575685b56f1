import { basename, dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { trainClassifier, type TrainedClassifier } from './classification/train.js';
import type { Classification } from './domain/classification.js';
import type { Playbook } from './domain/playbook.js';
import type { PlaybookStore } from './domain/stored-playbook.js';
import { RedressError } from './errors.js';
import type { PlaybookError } from './playbooks/playbook-error.js';
import { loadPlaybooks, type LoadedPlaybook } from './playbooks/load-folder.js';

/** Models by playbook hash; shared by desks of one process. */
export type Models = Map<string, TrainedClassifier>;

/** The playbooks that serve, and every version that a draft or a case still points at. */
export interface PublishedPlaybooks {
  all(): Playbook[];
  get(id: string): Playbook | undefined;
  byHash(ref: { id: string; hash: string }): Promise<Playbook>;
  classify(playbook: Playbook, text: string, axis: 'category' | 'kind'): Classification;
  /** Trains what no text has needed yet; the event loop turns after each playbook. */
  train(): Promise<void>;
  /** What an operator should know: files that do not check while their stored version serves. */
  notes: string[];
  /** The same, fault by fault. */
  faults: PlaybookError[];
}

/** Loads, checks and stores. A broken file stops the start only when no good version of it is stored. */
export async function publishPlaybooks(
  folders: string[],
  verbs: string[],
  stored: PlaybookStore,
  models: Models,
): Promise<PublishedPlaybooks> {
  const { good, errors } = loadPlaybooks(folders, verbs);
  const serving = new Map<string, Playbook>();
  for (const { playbook } of good) {
    await stored.put(playbook);
    serving.set(playbook.id, playbook);
  }
  const notes: string[] = [];
  const lines = errors.map(
    ({ file, line, field, message }) => `${file}:${line} ${field ? `${field}: ` : ''}${message}`,
  );
  for (const id of new Set(errors.map(({ file }) => idOf(file)))) {
    const kept = serving.get(id) ?? (await stored.latest(id));
    if (!kept)
      throw new RedressError(
        'BAD_PLAYBOOK',
        `A playbook does not check and no good version of it is stored: ${lines.slice(0, 5).join('; ')}`,
      );
    serving.set(id, kept);
    notes.push(
      `playbook ${id} does not check; its stored version ${kept.version} serves. ${lines.find((line) => line.includes(id)) ?? lines[0]}`,
    );
  }
  const trained = new Map(good.map((loaded) => [loaded.playbook.id, () => modelOf(loaded, models)]));
  const versions = new Map([...serving.values()].map((playbook) => [playbook.hash, playbook]));

  return {
    notes,
    faults: errors,
    all: () => [...serving.values()],
    get: (id) => serving.get(id),
    async byHash({ id, hash }) {
      const found = versions.get(hash) ?? (await stored.byHash(hash)) ?? serving.get(id);
      if (!found) throw new Error(`the playbook ${id} is not stored`);
      versions.set(hash, found);
      return found;
    },
    classify: (playbook, text, axis) =>
      axis === 'kind' ? kindOf(playbook, text) : categoryOf(playbook, text, trained.get(playbook.id)?.()),
    async train() {
      for (const model of trained.values()) {
        model();
        await setImmediate();
      }
    },
  };
}

/** A playbook's file is `<id>/playbook.yaml` or `<id>.yaml`. */
function idOf(file: string): string {
  const name = basename(file).replace(/\.ya?ml$/, '');
  return name === 'playbook' || file.endsWith('.txt') ? basename(dirname(file)) : name;
}

/** The model of a playbook's examples, trained when it is first asked for: pages need not wait for it. */
function modelOf({ playbook, examples }: LoadedPlaybook, models: Models): TrainedClassifier | undefined {
  if (examples.length === 0) return undefined;
  const key = `${playbook.hash}/${examples.length}`;
  const model = models.get(key) ?? trainClassifier(examples.map(({ category, text }) => ({ label: category, text })));
  models.set(key, model);
  return model;
}

const UNKNOWN: Classification = { ranked: [], sure: false, words: [] };

function categoryOf(playbook: Playbook, text: string, model: TrainedClassifier | undefined): Classification {
  if (!model)
    return {
      ...UNKNOWN,
      ranked: playbook.categories.map(({ id }) => ({ label: id, probability: 1 / playbook.categories.length })),
    };
  const { ranked, sure, words } = model.classify(text);
  return { ranked: ranked.filter(({ label }) => playbook.categories.some(({ id }) => id === label)), sure, words };
}

/** A kind by the playbook's own words for it; the first kind is what most people come with. */
function kindOf({ kinds }: Playbook, text: string): Classification {
  const said = text.toLowerCase();
  const hits = kinds.map(({ id, words }) => ({
    label: id,
    words: (words ?? []).filter((word) => said.includes(word.toLowerCase())),
  }));
  const heard = hits.filter(({ words }) => words.length > 0);
  const best = heard.length === 1 ? heard[0]! : hits[0]!;
  const rest = hits.filter(({ label }) => label !== best.label);
  const sure = kinds.length === 1 || heard.length === 1;
  const share = sure ? 0.9 : 0.4;
  return {
    sure,
    words: best.words,
    ranked: [
      { label: best.label, probability: kinds.length === 1 ? 1 : share },
      ...rest.map(({ label }) => ({ label, probability: (1 - share) / rest.length })),
    ],
  };
}
