import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/language.js';
import { usePlaybooks, useStaff } from '../api/queries.js';
import type { Named, Playbook } from '../api/playbook-shapes.js';

type ListOf =
  | 'kinds'
  | 'categories'
  | 'natures'
  | 'severities'
  | 'targets'
  | 'remedies'
  | 'stages'
  | 'roles'
  | 'departments'
  | 'fields';

export interface Labels {
  language: Language;
  book(id: string | undefined): Playbook | undefined;
  /** The label of an id of one of the procedure's lists; the id where it is unknown. */
  of(playbook: string | undefined, list: ListOf, id: string | undefined): string;
  /** A person's name, else a role or department in words. */
  who(name: string | undefined, playbook?: string): string;
  verb(id: string): string;
  argument(id: string): string;
  value(id: string): string;
  /** A word that a procedure names for an argument (`customer`, `records`); the id where no words are known. */
  word(id: string, playbook: string | undefined): string;
  problem(code: string): string;
  money(amount: number, playbook?: string): string;
}

const spoken = (id: string) =>
  id
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();

/** Words for the ids of procedures, people and operations, in the reader's language. */
export function useLabels(): Labels {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const { data: playbooks } = usePlaybooks();
  const { data: staff } = useStaff();
  return useMemo(() => {
    const term = (group: string, id: string, otherwise: string) =>
      (i18n.getResource(language, 'translation', `${group}.${id}`) as string | undefined) ?? otherwise;
    const book = (id: string | undefined) => playbooks?.find((one) => one.id === id);
    const labelIn = (list: Named[] | undefined, id: string) => list?.find((one) => one.id === id)?.label[language];
    return {
      language,
      book,
      of: (playbook, list, id) => (id === undefined ? '' : (labelIn(book(playbook)?.[list], id) ?? spoken(id))),
      who: (name, playbook) => {
        if (!name) return '';
        const person = staff?.find((one) => one.name === name);
        if (person) return person.displayName;
        const books = playbook ? [book(playbook)] : (playbooks ?? []);
        const found = books
          .flatMap((one) => [labelIn(one?.roles, name), labelIn(one?.departments, name)])
          .find(Boolean);
        return found ?? term('names', name, name);
      },
      verb: (id) => term('verbs', id, spoken(id)),
      argument: (id) => term('names', id, spoken(id)),
      value: (id) => term('values', id, id),
      word: (id, playbook) =>
        labelIn(book(playbook)?.roles, id) ??
        labelIn(book(playbook)?.departments, id) ??
        term('values', id, term('names', id, id)),
      problem: (code) => term('problems', code, code),
      money: (amount, playbook) => {
        const currency = { cn: 'CNY', tw: 'TWD' }[book(playbook)?.region ?? 'cn'] ?? 'CNY';
        return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
          amount,
        );
      },
    };
  }, [i18n, language, playbooks, staff]);
}
