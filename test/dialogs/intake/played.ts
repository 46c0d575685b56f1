import { Chat } from '../../support/dialog-chat.js';
import { field, smallPlaybook } from '../../support/dialog-playbook.js';

const label = (zh: string) => ({ 'zh-CN': zh, 'zh-TW': zh, en: zh });

/** What a conversation is to come to: what is asked then, what stands in the draft, what the last reply holds. */
export type Played = [
  lines: string[],
  asks: string | undefined,
  fields: Record<string, string | undefined>,
  says?: RegExp,
];

/** A guest of a hotel, who is asked for the place as well. */
export function guest(language: 'zh-CN' | 'zh-TW' | 'en' = 'zh-CN'): Chat {
  const { fields } = smallPlaybook();
  const [content, time, ...others] = fields.filter(({ id }) => id !== 'order_no');
  const where = [field('place', label('地点')), field('room_no', label('房号'), { optional: true })];
  return new Chat({
    playbook: smallPlaybook({ fields: [content!, time!, ...where, ...others] }),
    language,
    now: '2026-03-10 14:30',
  });
}

export const traveller = (language: 'zh-CN' | 'zh-TW' | 'en' = 'zh-CN'): Chat =>
  new Chat({ playbook: smallPlaybook(), language, now: '2026-03-10 14:30', opinions: [['导游', 'service_attitude']] });

/** Plays a conversation and compares what is named in the row. */
export function expectPlayed(chat: Chat, [lines, asks, fields, says]: Played): void {
  for (const line of lines) chat.say(line);
  const known = Object.fromEntries(Object.keys(fields).map((id) => [id, chat.draft?.fields[id]]));
  expect({ asks: chat.asks, ...known }).toEqual({ asks, ...fields });
  if (says) expect(chat.text).toMatch(says);
}
