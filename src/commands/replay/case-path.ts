/** The value at a path such as `remedies[0].kind` or `clocks.first-word.dueAt`; an absent list has length 0. */
export function valueAt(json: unknown, path: string): unknown {
  const steps = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  let value: unknown = json;
  for (const step of steps) {
    if (step === 'length' && (value === undefined || value === null)) return 0;
    if (value === undefined || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
