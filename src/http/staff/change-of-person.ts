import type { StaffAccount } from '../../domain/ports.js';

const said = (value: string[] | string | undefined) => [value ?? []].flat().join(', ');

/** What was changed of an account, for the audit: rights from what to what; of what is personal only that it changed. */
export function changeOf(before: Partial<StaffAccount>, changes: Partial<StaffAccount>): Record<string, string> {
  const rights = (['roles', 'department'] as const).flatMap((key) => {
    const [from, to] = [said(before[key]), said(changes[key])];
    return key in changes && from !== to ? [[key, from ? `${from} → ${to}` : to] as const] : [];
  });
  const others = (['displayName', 'no', 'skills'] as const).filter(
    (key) => key in changes && said(before[key]) !== said(changes[key]),
  );
  return { ...Object.fromEntries(rights), ...(others.length > 0 && { changed: others.join(', ') }) };
}
