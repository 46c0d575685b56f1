import { IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isNamedIn } from '../../../domain/recusal.js';
import type { FullCase } from '../api/case-shapes.js';
import { useStaff } from '../api/queries.js';
import { Icon } from '../frame/parts.js';

/** At the name of whoever is complained about: which colleagues that makes out. */
export function AccusedMark({ of }: { of: FullCase }) {
  const { t } = useTranslation();
  const { data: staff = [] } = useStaff();
  const out = staff.filter((person) => isNamedIn(of.accused, person));
  if (out.length === 0) return null;
  return (
    <span className="st hold wraps">
      <Icon of={IconUserOff} size={14} />
      {t('case.accusedOut', { who: out.map(({ displayName }) => displayName).join(t('comma')) })}
    </span>
  );
}
