import type { Option } from '../form-hints.js';

interface Props {
  id: string;
  options: Option[];
  /** Ids separated by commas. */
  value: string;
  focused?: boolean;
  /** The id of the words that say what is wrong. */
  describedBy?: string;
  onValue: (value: string) => void;
}

/** Several of the words that a procedure knows. */
export function ManyOf({ id, options, value, focused, describedBy, onValue }: Props) {
  const chosen = value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const toggled = (one: string) => {
    const now = chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
    return options.filter((option) => now.includes(option.value)).map((option) => option.value);
  };
  return (
    <div className="inline" role="group" id={id} aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {options.map((one, index) => (
        <label key={one.value} className="inline">
          <input
            type="checkbox"
            className="box"
            value={one.value}
            checked={chosen.includes(one.value)}
            data-autofocus={(focused && index === 0) || undefined}
            onChange={() => onValue(toggled(one.value).join(','))}
          />
          {one.label}
        </label>
      ))}
    </div>
  );
}
