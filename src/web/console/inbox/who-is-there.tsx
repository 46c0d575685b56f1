import { useTranslation } from 'react-i18next';
import type { Present } from '../api/talk-shapes.js';
import { Face } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';

/** Colleagues who look at the conversation, or write in it. */
export function WhoIsThere({ people }: { people: Present[] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const writing = people.find(({ typing }) => typing);
  const shown = writing ?? people[0];
  return (
    <span className={`there k ${writing ? '' : 'no-s'}`} role="status">
      {shown && (
        <>
          {people.slice(0, 3).map(({ name }) => (
            <Face key={name} name={labels.who(name)} size="s" />
          ))}
          <span>
            {writing
              ? t('talk.writes', { name: labels.who(writing.name) })
              : people.length > 1
                ? t('talk.looks', { name: labels.who(shown.name), count: people.length - 1 })
                : t('talk.looksOne', { name: labels.who(shown.name) })}
          </span>
        </>
      )}
    </span>
  );
}
