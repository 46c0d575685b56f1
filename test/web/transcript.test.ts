import type { ChatMessage } from '../../src/web/chat/client/contract.js';
import type { Outgoing } from '../../src/web/chat/client/outgoing.js';
import { linesOf, openQuestion, personSpeaking, untold, wordsOf } from '../../src/web/chat/client/transcript.js';

let count = 0;
const said = (from: ChatMessage['from'], text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id: `m${(count += 1)}`,
  from,
  text,
  at: '2026-03-02T07:31:00Z',
  ...more,
});
const CHOICES = [
  { id: 'yes', label: '是' },
  { id: 'no', label: '不用' },
];
const asked = () => said('bot', '要记成投诉吗？', { choices: CHOICES });
const mine = (part: Partial<Outgoing>): Outgoing => ({ id: 'd1', at: 1, text: '是', state: 'waiting', ...part });

describe('choices in a conversation', () => {
  const states = (messages: ChatMessage[], outgoing: Outgoing[] = []) =>
    linesOf(messages, outgoing)
      .filter(({ message }) => message.choices)
      .map(({ open, chosen }) => (open ? 'open' : (chosen?.label ?? 'past')));

  it('stand open until they are answered', () => {
    expect(states([asked()])).toEqual(['open']);
    expect(states([asked(), said('customer', '再说一句别的')])).toEqual(['open']);
  });

  it('show what was chosen, by button or by word', () => {
    expect(states([asked(), said('customer', '是', { choice: 'yes' })])).toEqual(['是']);
    expect(states([asked(), said('customer', '不用')])).toEqual(['不用']);
  });

  it('close at once when a choice is on its way, not when it failed', () => {
    expect(states([asked()], [mine({ choice: 'yes' })])).toEqual(['是']);
    expect(states([asked()], [mine({ choice: 'yes', state: 'failed' })])).toEqual(['open']);
  });

  it('are past once the desk asks something else or a person speaks', () => {
    expect(states([asked(), said('customer', '唔'), asked()])).toEqual(['past', 'open']);
    expect(states([asked(), said('agent', '您好')])).toEqual(['past']);
  });
});

describe('our own messages', () => {
  it('are drawn by the label of a choice that the desk tells by its id', () => {
    expect(wordsOf(said('customer', 'yes', { choice: 'yes' }), [asked()])).toBe('是');
    expect(wordsOf(said('customer', 'yes'), [asked()])).toBe('yes');
  });

  it('are drawn once, as the desk tells them, when it has told them back', () => {
    const echo = said('customer', '是', { id: '["web","default","talk-1","d1"]' });
    expect(untold([echo], [mine({ posted: true })])).toEqual([]);
    expect(untold([echo], [mine({ id: 'd2', posted: true })])).toHaveLength(1);
    expect(untold([said('customer', '是')], [mine({ posted: true })])).toHaveLength(1);
  });
});

describe('what is asked now', () => {
  const question = said('bot', '手机号是多少？', { asks: { field: 'phone', type: 'phone' } });

  it('is the last question, until it is answered or an answer is on its way', () => {
    expect(openQuestion([question], [])).toBe(question);
    expect(openQuestion([question, said('bot', '不急。')], [])).toBe(question);
    expect(openQuestion([question, said('customer', '138…')], [])).toBeUndefined();
    expect(openQuestion([question], [mine({})])).toBeUndefined();
  });
});

describe('who speaks', () => {
  it('is a person while the last words of the company were theirs', () => {
    const agent = said('agent', '您好', { author: '李思远' });
    expect(personSpeaking([agent, said('customer', '好')])).toBe('李思远');
    expect(personSpeaking([agent, said('bot', '接着来')])).toBeUndefined();
  });
});
