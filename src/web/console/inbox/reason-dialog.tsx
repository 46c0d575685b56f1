import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/dialog.js';

interface Props {
  title: string;
  label: string;
  /** The word on the button. */
  act: string;
  /** It cannot be done without words. */
  needed: boolean;
  onClose: () => void;
  onAct: (words?: string) => Promise<unknown>;
}

/** Asks for a few words before something is done; closes when it is. */
export function ReasonDialog({ title, label, act, needed, onClose, onAct }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    void onAct(words.trim() || undefined).finally(onClose);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <label className="stack">
          {label}
          <textarea
            className="in"
            data-autofocus
            rows={3}
            required={needed}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
        <div className="inline">
          <button type="submit" className="btn primary" disabled={busy}>
            {act}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
