const WINDOW_MS = 10_000;
const MOST = 20;
const FORGET_ABOVE = 20_000;

/** At most 20 messages in 10 s from one conversation; answers the seconds to wait, or 0. */
export function messageLimit(now: () => Date): (conversationId: string) => number {
  const recent = new Map<string, number[]>();
  return (conversationId) => {
    const at = now().getTime();
    const times = (recent.get(conversationId) ?? []).filter((time) => time > at - WINDOW_MS);
    if (times.length >= MOST) return Math.ceil((times[0]! + WINDOW_MS - at) / 1000) || 1;
    recent.delete(conversationId);
    recent.set(conversationId, [...times, at]);
    if (recent.size > FORGET_ABOVE) recent.delete(recent.keys().next().value!);
    return 0;
  };
}
