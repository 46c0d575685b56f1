import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../api/audit-shapes.js';
import { useLabels } from '../words/labels.js';

/** What is done at the desk itself, by kind. */
export const DEEDS: Record<string, string[]> = {
  session: ['sign-in', 'wrong-password', 'lock-account', 'sign-out', 'end-session'],
  staff: [
    'invite',
    'invite-again',
    'accept-invitation',
    'change-person',
    'close-account',
    'open-account',
    'change-password',
  ],
  replay: ['replay-message', 'replay-promise', 'replay-delivery'],
  token: ['make-token', 'revoke-token'],
  webhook: ['make-webhook', 'remove-webhook'],
  reminder: ['remind-owner'],
};

export interface AuditWords {
  what(entry: AuditEntry): string;
  detail(entry: AuditEntry): string;
}

export function useAuditWords(): AuditWords {
  const { t } = useTranslation();
  const labels = useLabels();
  return {
    what: ({ kind, what }) => (kind ? t(`pages.audit.deed.${what}`) : labels.verb(what)),
    detail: ({ detail = {} }) =>
      Object.entries(detail)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => t(`pages.audit.part.${name}`, { value }))
        .join(' · '),
  };
}
