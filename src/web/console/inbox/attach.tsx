import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem.js';
import { request } from '../api/request.js';
import type { Attached } from '../api/talk-shapes.js';
import { Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';

const MOST = 10;

interface Uploading {
  key: number;
  name: string;
  /** Why it was not taken, in words. */
  wrong?: string;
}

/** Files on their way into a reply: stored at once, sent with it. */
export function useAttachments(talk: string, files: Attached[], onChange: (files: Attached[]) => void) {
  const { t } = useTranslation();
  const labels = useLabels();
  const [uploading, setUploading] = useState<Uploading[]>([]);
  const count = useRef(0);
  const latest = useRef(files);
  latest.current = files;

  const add = (list: Iterable<File>) => {
    for (const file of [...list].slice(0, MOST - files.length)) void upload(file);
  };
  const upload = async (file: File) => {
    const key = (count.current += 1);
    setUploading((all) => [...all.filter(({ wrong }) => !wrong), { key, name: file.name }]);
    const body = new FormData();
    body.append('file', file, file.name);
    try {
      const path = `/conversations/${encodeURIComponent(talk)}/files`;
      const { fileId, name, type, size } = await request<Attached>('POST', path, { body });
      latest.current = [...latest.current, { fileId, name, type, size }];
      onChange(latest.current);
      setUploading((all) => all.filter((one) => one.key !== key));
    } catch (error) {
      const { code } = asProblem(error);
      const wrong =
        code === 'TOO_LARGE'
          ? t('talk.tooLarge')
          : code === 'FILE_REFUSED'
            ? t('talk.fileRefused')
            : labels.problem(code);
      setUploading((all) => all.map((one) => (one.key === key ? { ...one, wrong } : one)));
    }
  };
  return {
    add,
    uploading,
    busy: uploading.some(({ wrong }) => !wrong),
    dismiss: (key: number) => setUploading((all) => all.filter((one) => one.key !== key)),
  };
}

export function AttachButton({ onFiles }: { onFiles: (files: FileList) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('talk.attach')}
        accept="image/*,audio/*,video/*,application/pdf"
        onChange={(event) => {
          if (event.target.files) onFiles(event.target.files);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className="btn plain icon"
        aria-label={t('talk.attach')}
        onClick={() => input.current?.click()}
      >
        <Icon of={IconPaperclip} />
      </button>
    </>
  );
}

interface ListProps {
  files: Attached[];
  uploading: Uploading[];
  onRemove: (fileId: string) => void;
  onDismiss: (key: number) => void;
}

export function AttachedList({ files, uploading, onRemove, onDismiss }: ListProps) {
  const { t } = useTranslation();
  if (files.length + uploading.length === 0) return null;
  const remove = (name: string, act: () => void) => (
    <button type="button" className="btn plain icon" aria-label={t('talk.removeFile', { name })} onClick={act}>
      <Icon of={IconX} size={14} />
    </button>
  );
  return (
    <ul className="attached" aria-label={t('talk.attached')}>
      {files.map(({ fileId, name, size }) => (
        <li key={fileId} className="tag">
          {name} <span className="k num">{Math.ceil(size / 1024)} kB</span>
          {remove(name, () => onRemove(fileId))}
        </li>
      ))}
      {uploading.map(({ key, name, wrong }) => (
        <li key={key} className={`tag ${wrong ? 'refused' : ''}`} role={wrong ? 'alert' : undefined}>
          {name} <span className="k">{wrong ?? t('talk.uploading')}</span>
          {wrong && remove(name, () => onDismiss(key))}
        </li>
      ))}
    </ul>
  );
}
