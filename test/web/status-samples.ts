/** What the desk tells the status page, for tests. */
export const NUMBER = '508-2417-6';
const HOUR_MS = 3_600_000;

export function statusOf(more: Record<string, unknown> = {}): Record<string, unknown> {
  const soon = new Date(Date.now() + 90 * HOUR_MS + 60_000).toISOString();
  return {
    number: NUMBER,
    kind: 'complaint',
    status: 'open',
    stage: 'approval',
    stageLabel: '拟定处理办法',
    language: 'zh-CN',
    headline: '已经查清，方案正在审批',
    nextWordBy: soon,
    path: [
      { id: 'classify', label: '核对登记', state: 'done', at: '2026-04-29T07:42:00Z' },
      { id: 'investigation', label: '查清经过', state: 'done', at: '2026-05-08T02:12:00Z', late: true },
      { id: 'approval', label: '拟定处理办法', state: 'here' },
      { id: 'acceptance', label: '等您答复', state: 'later' },
    ],
    promises: [
      { what: '有人负责后告诉您', by: '2026-04-30T10:00:00Z', state: 'kept', keptAt: '2026-04-30T03:00:00Z' },
      { what: '告知进展', by: '2026-05-07T04:00:00Z', state: 'late', keptAt: '2026-05-07T06:10:00Z' },
      { what: '告诉您审批结果', by: soon, state: 'owed' },
    ],
    done: [{ at: '2026-04-29T07:42:00Z', text: '4月29日（周三）登记' }],
    said: { content: '导游中途改行程，在翡翠店停留约三小时。', outcome: '退当天费用并书面道歉' },
    ...more,
  };
}

export const DECIDE = {
  headline: '处理结果出来了，请您决定',
  status: 'waiting-for-customer',
  asks: {
    kind: 'acceptance',
    text: '查到的情况：导游未经同意改了行程。\n处理办法：退还当天费用 680 元。',
    choices: [
      { id: 'accept', label: '接受' },
      { id: 'refuse', label: '不接受' },
    ],
  },
};
