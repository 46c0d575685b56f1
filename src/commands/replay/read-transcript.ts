/** A transcript as read: its head and its lines, each an act or an expectation. */
export interface Transcript {
  file: string;
  title: string;
  playbook: string;
  language?: string;
  now: string;
  staff: StaffLine[];
  lines: { at: number; line: Line }[];
  unreadable: { at: number; text: string }[];
}

export interface StaffLine {
  name: string;
  roles: string[];
  department?: string;
  skills: string[];
  offDuty: boolean;
  displayName?: string;
  no?: string;
}

export type Compare = '=' | '!=' | 'contains' | 'exists' | 'missing';

export type Line =
  | { act: 'says'; who: string; text: string }
  | { act: 'chooses'; who: string; label: string }
  | { act: 'sends-file'; who: string; name: string; type: string; size: number }
  | { act: 'repeats'; who: string }
  | { act: 'files'; who: string; text: string; facts: Record<string, string> }
  | { act: 'away' | 'back'; who: string }
  | { act: 'operates'; agent: string; verb: string; args: Record<string, string>; refusedWith?: string }
  | { act: 'passes'; count: number; unit: 'minutes' | 'hours' | 'days' | 'working days' }
  | { act: 'at'; time: string }
  | { act: 'restart' }
  | { expect: 'bot'; who?: string; text: string }
  | { expect: 'offers'; who?: string; choices: string[] }
  | { expect: 'silent' | 'speaks'; who?: string }
  | { expect: 'case'; of?: string; path: string; compare: Compare; value: string }
  | { expect: 'told' | 'not-told'; who: string; text: string }
  | { expect: 'owed' | 'not-owed'; kind: string; due?: string; to?: string };

const WORD = /\s*(?:([\w.-]+)=)?(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/gy;
const SIZES: Record<string, number> = { B: 1, KB: 1024, MB: 1024 * 1024 };

export function readTranscript(file: string, text: string): Transcript {
  const rows = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const blank = rows.findIndex((row) => row.trim() === '');
  const transcript: Transcript = { file, title: '', playbook: '', now: '', staff: [], lines: [], unreadable: [] };
  rows.forEach((row, index) => {
    const at = index + 1;
    if (row.trim() === '' || row.trimStart().startsWith('#')) return;
    if (blank < 0 || index < blank) return readHead(transcript, row, at);
    const line = readLine(row.trim());
    if (line) transcript.lines.push({ at, line });
    else transcript.unreadable.push({ at, text: row });
  });
  for (const needed of ['title', 'playbook', 'now'] as const) {
    if (!transcript[needed]) transcript.unreadable.push({ at: 1, text: `the head has no ${needed}` });
  }
  return transcript;
}

function readHead(transcript: Transcript, row: string, at: number): void {
  const [, key, value = ''] = /^(\w+):\s*(.*)$/.exec(row.trim()) ?? [];
  if (key === 'title' || key === 'playbook' || key === 'language' || key === 'now') transcript[key] = value.trim();
  else if (key === 'staff')
    transcript.staff.push(
      ...value
        .split(';')
        .filter((one) => one.trim())
        .map(readStaff),
    );
  else transcript.unreadable.push({ at, text: row });
}

function readStaff(text: string): StaffLine {
  const { words, named } = readWords(text);
  const [name = '', roles = '', ...flags] = words;
  return {
    name,
    roles: roles.split(',').filter(Boolean),
    department: named.dept,
    skills: named.skill?.split(',') ?? [],
    offDuty: flags.includes('off-duty'),
    displayName: named.name,
    no: named.no,
  };
}

/** Words apart by spaces, quotes group; `key=value` apart from the rest. */
export function readWords(text: string): { words: string[]; named: Record<string, string>; all: boolean } {
  const words: string[] = [];
  const named: Record<string, string> = {};
  WORD.lastIndex = 0;
  let end = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    end = WORD.lastIndex;
    const value = match[2] === undefined ? match[3]! : unquoted(match[2]);
    if (match[1] === undefined) words.push(value);
    else named[match[1]] = value;
  }
  return { words, named, all: text.slice(end).trim() === '' };
}

const unquoted = (text: string) => text.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');

function readLine(row: string): Line | undefined {
  return readCustomer(row) ?? readBot(row) ?? readAgent(row) ?? readTime(row) ?? readRest(row);
}

function readCustomer(row: string): Line | undefined {
  const head = /^customer(?:\((\w+)\))?/.exec(row);
  if (!head) return undefined;
  const who = head[1] ?? '';
  const rest = row.slice(head[0].length);
  if (rest === ' repeats') return { act: 'repeats', who };
  if (rest === ' is away') return { act: 'away', who };
  if (rest === ' is back') return { act: 'back', who };
  const chooses = /^ chooses:\s*(.+)$/.exec(rest);
  if (chooses) return { act: 'chooses', who, label: stripped(chooses[1]!) };
  const sends = /^ sends file:\s*(.+?)\s+(\S+\/\S+)\s+(\d+(?:\.\d+)?)(B|KB|MB)$/.exec(rest);
  if (sends)
    return {
      act: 'sends-file',
      who,
      name: stripped(sends[1]!),
      type: sends[2]!,
      size: Math.round(Number(sends[3]) * SIZES[sends[4]!]!),
    };
  const files = /^ files:\s*(.*)$/.exec(rest);
  if (files) return readFiling(who, files[1]!);
  const says = /^:(?: (.*))?$/.exec(rest);
  return says ? { act: 'says', who, text: (says[1] ?? '').replace(/\\n/g, '\n') } : undefined;
}

function readFiling(who: string, body: string): Line | undefined {
  const at = body.search(/ with (?=[\w-]+="(?:[^"\\]|\\.)*"(?:\s+[\w-]+="(?:[^"\\]|\\.)*")*\s*$)/);
  const { named, words, all } = readWords(at < 0 ? '' : body.slice(at + 6));
  if (words.length > 0 || !all) return undefined;
  return { act: 'files', who, text: (at < 0 ? body : body.slice(0, at)).replace(/\\n/g, '\n'), facts: named };
}

function readBot(row: string): Line | undefined {
  const head = /^bot(?:\((\w+)\))?/.exec(row);
  if (!head) return undefined;
  const who = head[1];
  const rest = row.slice(head[0].length);
  if (rest === ' is silent') return { expect: 'silent', who };
  if (rest === ' speaks') return { expect: 'speaks', who };
  const offers = /^ offers:\s*(.+)$/.exec(rest);
  if (offers) return { expect: 'offers', who, choices: offers[1]!.split('|').map((one) => stripped(one.trim())) };
  const says = /^: (.+)$/.exec(rest);
  return says ? { expect: 'bot', who, text: says[1]!.replace(/\\n/g, '\n') } : undefined;
}

function readAgent(row: string): Line | undefined {
  const match = /^agent\(([\w-]+)\)( is refused)?:\s*([\w-]+)(.*)$/.exec(row);
  if (!match) return undefined;
  const [, agent, refused, verb, tail] = match;
  const [, body, code] = refused ? (/^(.*?)\s*->\s*([A-Z_]+)$/.exec(tail!) ?? []) : [undefined, tail];
  if (body === undefined) return undefined;
  const { words, named, all } = readWords(body);
  if (words.length > 0 || !all) return undefined;
  return { act: 'operates', agent: agent!, verb: verb!, args: named, refusedWith: code };
}

function readTime(row: string): Line | undefined {
  const passes = /^\+ (\d+) (minute|hour|day|working day)s?$/.exec(row);
  if (passes) return { act: 'passes', count: Number(passes[1]), unit: `${passes[2]}s` as 'minutes' };
  const at = /^at:\s*(\d{4}-\d\d-\d\d \d\d:\d\d)$/.exec(row);
  if (at) return { act: 'at', time: at[1]! };
  return row === 'restart' ? { act: 'restart' } : undefined;
}

function readRest(row: string): Line | undefined {
  const about = /^case(?:\((\w+(?:#\d+)?)\))?:\s*([\w.[\]-]+)\s+(?:(=|!=|contains)\s*(.*)|(exists|missing))$/.exec(row);
  if (about)
    return {
      expect: 'case',
      of: about[1],
      path: about[2]!,
      compare: (about[3] ?? about[5]) as Compare,
      value: stripped(about[4] ?? ''),
    };
  const told = /^(not )?told\(([\w-]+)\)(?::\s*(.*))?$/.exec(row);
  if (told) return { expect: told[1] ? 'not-told' : 'told', who: told[2]!, text: stripped(told[3] ?? '') };
  const owed = /^(not )?owed:\s*([\w-]+)(?: due (\d{4}-\d\d-\d\d \d\d:\d\d))?(?: to ([\w-]+))?$/.exec(row);
  return owed ? { expect: owed[1] ? 'not-owed' : 'owed', kind: owed[2]!, due: owed[3], to: owed[4] } : undefined;
}

function stripped(text: string): string {
  const trimmed = text.trim();
  return /^".*"$/.test(trimmed) ? unquoted(trimmed.slice(1, -1)) : trimmed;
}
