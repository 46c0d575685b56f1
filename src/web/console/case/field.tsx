import { useTranslation } from 'react-i18next';
import { useLabels } from '../words/labels.js';
import type { Option } from './form-hints.js';
import { ManyOf } from './forms/many-of.js';
import { OpenChoice } from './forms/open-choice.js';
import type { FieldOf } from './schema-fields.js';

interface Props {
  id: string;
  field: FieldOf;
  options?: Option[];
  /** Words that the procedure knows: several of them, or one beside the writer's own. */
  named?: { options: Option[]; together: boolean };
  value: string;
  wrong?: string;
  /** The stage is not complete without it. */
  needed?: boolean;
  focused?: boolean;
  onValue: (value: string) => void;
}

/** One argument of an operation as a labelled control. */
export function Field({
  id,
  field: { name, title, required, control },
  options,
  named,
  value,
  wrong,
  needed,
  focused,
  onValue,
}: Props) {
  const { t } = useTranslation();
  const labels = useLabels();
  const common = {
    id,
    className: 'in',
    required,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
    'data-autofocus': focused || undefined,
    value,
  };
  const given: Option[] | undefined =
    options ??
    (control.kind === 'choice' || control.kind === 'yes'
      ? (control.kind === 'choice' ? control.options : ['yes', 'no']).map((one) => ({
          value: one,
          label: labels.value(one),
        }))
      : undefined);
  const called = title ?? labels.argument(name);
  const together = named?.together;
  const Label = together ? 'div' : 'label';
  return (
    <div className="f">
      <Label className="lab" id={`${id}-label`} htmlFor={together ? undefined : id}>
        {called}
        {!required && <span className="quiet"> {t(needed ? 'op.needed' : 'op.optional')}</span>}
        {control.kind === 'list' && <span className="quiet"> {t('op.list')}</span>}
        {control.kind === 'pairs' && <span className="quiet"> {t('op.pairs')}</span>}
      </Label>
      {named?.together ? (
        <ManyOf
          id={id}
          options={named.options}
          value={value}
          focused={focused}
          describedBy={common['aria-describedby']}
          onValue={onValue}
        />
      ) : named ? (
        <OpenChoice common={common} name={called} options={named.options} value={value} onValue={onValue} />
      ) : given ? (
        <select {...common} onChange={(event) => onValue(event.target.value)}>
          <option value="">{t('guess.choose')}</option>
          {given.map((one) => (
            <option key={one.value} value={one.value} disabled={one.because !== undefined}>
              {one.because ? `${one.label} · ${one.because}` : one.label}
            </option>
          ))}
        </select>
      ) : control.kind === 'text' || control.kind === 'pairs' ? (
        <textarea {...common} rows={3} onChange={(event) => onValue(event.target.value)} />
      ) : (
        <input
          {...common}
          inputMode={control.kind === 'number' ? 'decimal' : 'text'}
          placeholder={/^(at|due|by)$/.test(name) ? 'YYYY-MM-DD HH:MM' : undefined}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
