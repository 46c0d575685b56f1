import { matchesOf } from '../../src/domain/matches.js';
import { plainOf, trimSpan } from './reading.js';

const COUNTED =
  /(?:[两二三四]|[2-4])(?:件|个)(?:不同的|不一样的)?(?:事情?|投诉|问题)|\b(?:two|three|four|[2-4]) (?:separate |different )?(?:complaints|matters|issues|problems|things)\b/i;
const ANOTHER =
  /(?:还有|另外?)(?:一件|一个|一)(?:别的|不相干的)?(?:事|投诉)|另一件事|\b(?:another|a separate|a second) (?:matter|complaint|issue)\b/i;
/** What stands before each of several. */
const MARK =
  /(?<=^|[,，。.;；:：!！\n\s])(?:(?:第[一二三四]|其[一二三四]|[一二三四](?=是|[、,，:：])|首先|其次|再次|(?:还有|另外)一(?:件|个)?(?:别的|不相干的)?(?:事情?|投诉)?|另一件事|[(（]?[1-4][)）.、](?!\d))(?:件事?情?|个|点)?(?:[是,，:：、]|就是|\s)*|(?:first(?:ly| of all)?|second(?:ly)?|third(?:ly)?|(?:and )?(?:another|a separate|a second) (?:matter|complaint|issue))(?: is)?[\s,:]+)/gi;
const FEWEST = 4;

/** The complaints of one message, verbatim, where its writer says themselves that they are several; else none. */
export function mattersIn(text: string): string[] {
  const plain = plainOf(text);
  if (!COUNTED.test(plain) && !ANOTHER.test(plain)) return [];
  const marks = matchesOf(plain, MARK);
  const starts = marks.map(({ index, 0: mark }) => index + mark.length);
  const ends = [...marks.slice(1).map(({ index }) => index), text.length];
  const parts = starts.map((start, index) => ({ start, end: ends[index]! }));
  const first = marks[0]?.index ?? 0;
  // What comes before the first mark is one too, unless it only says how many there are.
  if (first > 0 && !COUNTED.test(plain.slice(0, first))) parts.unshift({ start: 0, end: first });
  const told = parts
    .map((part) => trimSpan(text, part))
    .filter(({ start, end }) => end - start >= FEWEST)
    .map(({ start, end }) => text.slice(start, end));
  return told.length <= 4 ? told : [];
}
