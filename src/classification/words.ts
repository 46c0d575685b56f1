import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { matchesOf } from '../domain/matches.js';

/** A word of a normalised text and where it stands (UTF-16 positions, end exclusive). */
export interface Word {
  text: string;
  start: number;
  end: number;
  chinese: boolean;
}

/** A stretch of letters and digits without a break. One with a Chinese character in it is cut into words by jieba. */
export interface Run {
  text: string;
  start: number;
  chinese: boolean;
  words: Word[];
}

const RUN = /[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*/gu;
const HAN = /\p{Script=Han}/u;

/** jieba's own words; its module for them would keep 11 MB, and 6 of them are not used here. */
const DICTIONARY = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');

let loaded: Jieba | undefined;
/** Made when the first Chinese text comes: it takes 0.15 s. */
const jieba = (): Jieba => (loaded ??= Jieba.withDict(readFileSync(DICTIONARY)));

/** Splits a normalised text into runs, and each run into words. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const match of matchesOf(text, RUN)) {
    const run = match[0];
    const start = match.index;
    const chinese = HAN.test(run);
    const words = chinese ? cut(run, start) : [{ text: run, start, end: start + run.length, chinese }];
    runs.push({ text: run, start, chinese, words });
  }
  return runs;
}

function cut(run: string, start: number): Word[] {
  let at = start;
  return jieba()
    .cut(run, true)
    .map((text) => {
      const word = { text, start: at, end: at + text.length, chinese: HAN.test(text) };
      at = word.end;
      return word;
    });
}
