import { readBackOf, type Row } from './read-back.js';
import type { ChatMessage } from './client/contract.js';

export interface Noted {
  before: string;
  /** "记下了：" with the rows it names. */
  head: string;
  rows: Row[];
  after: string;
}

const HEAD = /(记下了：|記下了：|Noted: )/;
const OPENING = '“「"';
const CLOSING = '”」"';

/** The facts that a reply says it took ("记下了：时间 …，订单号 …。"), or undefined where they cannot be told apart surely. */
export function notedIn(text: string): Noted | undefined {
  const [before, head, rest] = splitAt(text, HEAD);
  if (head === undefined || rest === undefined) return undefined;
  const end = endOfSentence(rest);
  const rows = pieces(rest.slice(0, end)).reduce<Row[] | undefined>((all, piece) => addPiece(all, piece), []);
  if (!rows?.length) return undefined;
  return { before: before.trim(), head: head.trim(), rows, after: rest.slice(end + 1).trim() };
}

/** Everything noted in the conversation since the last receipt, the newest value of each; labels as last written. */
export function factsOf(messages: ChatMessage[]): Row[] {
  const facts = new Map<string, Row>();
  let number: string | undefined;
  for (const { from, text, receipt, choices } of messages) {
    if (from !== 'bot') continue;
    const submits = choices?.some(({ id }) => id === 'submit');
    const rows = (submits ? readBackOf(text)?.rows : undefined) ?? notedIn(text)?.rows ?? corrected(text);
    if (rows.length > 0 && number) facts.clear();
    if (rows.length > 0) number = undefined;
    for (const row of rows) facts.set(row.label.toLowerCase(), row);
    number = receipt?.number ?? number;
  }
  return [...facts.values()];
}

function corrected(text: string): Row[] {
  const [, label, value] =
    /改好了：([^\n，：]{1,20}?)改[为為]\s*(.+?)。/.exec(text) ??
    /Changed: ([^\n]{1,40}?) is now (.+?)\.(?:\s|$)/.exec(text) ??
    [];
  return label && value ? [{ label, value }] : [];
}

function splitAt(text: string, head: RegExp): [string, string | undefined, string | undefined] {
  const found = head.exec(text);
  if (!found) return [text, undefined, undefined];
  return [text.slice(0, found.index), found[0], text.slice(found.index + found[0].length)];
}

/** Where the sentence ends outside quotation marks: 。, a full stop before a space, or a line's end. */
function endOfSentence(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    quoted = quotedAfter(quoted, text.charAt(at));
    if (quoted) continue;
    if (/[。\n]/.test(text.charAt(at)) || /^\.(\s|$)/.test(text.slice(at, at + 2))) return at;
  }
  return text.length;
}

function pieces(text: string): string[] {
  const all = [''];
  let quoted = false;
  for (const character of text) {
    quoted = quotedAfter(quoted, character);
    if (!quoted && /[，,]/.test(character)) all.push('');
    else all[all.length - 1] += character;
  }
  return all.map((piece) => piece.trim()).filter(Boolean);
}

function quotedAfter(quoted: boolean, character: string): boolean {
  if (quoted) return !CLOSING.includes(character);
  return OPENING.includes(character);
}

/** A piece that begins with a label is a row; any other goes on with the row before. */
function addPiece(rows: Row[] | undefined, piece: string): Row[] | undefined {
  if (!rows) return undefined;
  const [, label, value] =
    /^([a-z][a-z'-]*(?: [a-z][a-z'-]*){0,3}?) ((?:(?:morning|midday|afternoon|evening|night) of|early on) \S.*|[^a-z\s].*)$/s.exec(
      piece,
    ) ??
    /^([\p{Script=Han}、]{1,12})(?: |(?=[“「"]))(.+)$/su.exec(piece) ??
    [];
  if (label && value) return [...rows, { label, value }];
  const last = rows.at(-1);
  if (!last) return undefined;
  const comma = /\p{Script=Han}/u.test(piece) ? '，' : ', ';
  return [...rows.slice(0, -1), { ...last, value: last.value + comma + piece }];
}
