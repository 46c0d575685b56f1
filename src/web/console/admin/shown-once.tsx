import { useTranslation } from 'react-i18next';
import { toast } from '../frame/toasts.js';

/** A secret that nobody can read again later, with a button that copies it. */
export function ShownOnce({ label, secret }: { label: string; secret: string }) {
  const { t } = useTranslation();
  const copy = () => void navigator.clipboard.writeText(secret).then(() => toast(t('admin.copied')));
  return (
    <div className="notice kept" role="status">
      <span>
        {label}: <code className="secret">{secret}</code>
      </span>
      <button type="button" className="btn end" onClick={copy}>
        {t('admin.copy')}
      </button>
    </div>
  );
}
