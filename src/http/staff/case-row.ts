const SHOWN = new Set(
  (
    'number version playbook kind source status stage category nature severity severityBecause target tier language ' +
    'owner assigned department rounds reopened openedAt closedAt clocks acceptance fields recused accused acknowledge'
  ).split(' '),
);
const STORY = 200;

/** A case as a list shows it: the part of its JSON that tells which it is, whose, and by when. */
export function caseRow(view: object): object {
  const row = Object.fromEntries(Object.entries(view).filter(([key]) => SHOWN.has(key)));
  const { name, content } = (row.fields ?? {}) as Record<string, string | undefined>;
  return { ...row, fields: { name, content: content?.slice(0, STORY) } };
}
