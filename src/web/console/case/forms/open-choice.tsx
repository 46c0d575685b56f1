import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Option } from '../form-hints.js';

/** No id of a procedure has this sign. */
const OTHER = '…';

interface Props {
  /** What every control of the form has. */
  common: { id: string; className: string; required: boolean };
  name: string;
  options: Option[];
  value: string;
  onValue: (value: string) => void;
}

/** The words that a procedure knows, and beside them one's own. */
export function OpenChoice({ common, name, options, value, onValue }: Props) {
  const { t } = useTranslation();
  const isKnown = options.some((one) => one.value === value);
  const [asked, setAsked] = useState(false);
  const own = asked || (value !== '' && !isKnown);
  return (
    <>
      <select
        {...common}
        value={own ? OTHER : value}
        onChange={({ target }) => {
          setAsked(target.value === OTHER);
          onValue(target.value === OTHER ? '' : target.value);
        }}
      >
        <option value="">{t('guess.choose')}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
        <option value={OTHER}>{t('op.other')}</option>
      </select>
      {own && (
        <input
          id={`${common.id}-other`}
          className="in"
          required={common.required}
          aria-label={t('op.otherWords', { name })}
          value={value}
          autoFocus={asked}
          onChange={({ target }) => {
            // A word typed letter by letter may pass by a known one; the place to type stays.
            setAsked(true);
            onValue(target.value);
          }}
        />
      )}
    </>
  );
}
