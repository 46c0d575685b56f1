import { IconDownload, IconFile, IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { API } from '../api/request.js';
import { Dialog } from '../frame/dialog.js';
import { Icon } from '../frame/parts.js';

export interface Shown {
  name: string;
  type: string;
  size?: number;
  sha256?: string;
  at?: string;
}

const IMAGE = /^image\/(png|jpe?g|gif|webp|avif)$/;

/** Files as thumbnails; a viewer shows one with its hash. `of`: the case or conversation that lets one see them. */
export function Files({ files, of, large = false }: { files: Shown[]; of: string; large?: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Shown>();
  const address = ({ sha256 }: Shown) => `${API}/files/${sha256}?${of}`;
  return (
    <div className="inline">
      {files.map((file, index) => (
        <button key={index} type="button" className="file-b" onClick={() => setOpen(file)}>
          {IMAGE.test(file.type) && file.sha256 ? (
            <img className={large ? 'shot' : 'thumb'} src={address(file)} alt={file.name} loading="lazy" />
          ) : (
            <span className="file">
              <Icon of={IconFile} /> {file.name}
            </span>
          )}
        </button>
      ))}
      {open && (
        <Dialog title={open.name} onClose={() => setOpen(undefined)} wide>
          {IMAGE.test(open.type) && open.sha256 && <img className="viewer" src={address(open)} alt={open.name} />}
          <p className="k">
            {open.type} {open.size !== undefined && `${Math.ceil(open.size / 1024)} kB`}
          </p>
          {open.sha256 && (
            <p className="hash">
              <Icon of={IconFingerprint} size={14} /> {t('talk.hash')}{' '}
              <code>{open.sha256.match(/.{4}/g)?.join(' ')}</code>
            </p>
          )}
          <p>
            <a className="btn" href={address(open)} download={open.name}>
              <Icon of={IconDownload} />
              {t('talk.download', { name: open.name })}
            </a>
          </p>
        </Dialog>
      )}
    </div>
  );
}
