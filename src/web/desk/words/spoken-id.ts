/** `at-fault`, `order_no`, `dueAt` as words, for ids that have none of their own. */
export function spokenId(id: string): string {
  return id
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[-_]/g, ' ');
}

/** Looks a word up, else speaks the id. */
export function wordFrom(words: Record<string, string>): (id: string) => string {
  return (id) => words[id] ?? spokenId(id);
}

/** Looks a word up, else leaves the value as it is: it may be somebody's own words. */
export function valueFrom(words: Record<string, string>): (id: string) => string {
  return (id) => words[id] ?? id;
}
