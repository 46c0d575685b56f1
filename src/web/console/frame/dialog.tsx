import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './parts.js';

interface Props {
  title: string;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** A dialog: traps the focus, gives it back, closes by Esc. Mantine's own styles and scroll lock stay off (they inject CSS). */
export function Dialog({ title, onClose, wide = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      lockScroll={false}
      unstyled
      transitionProps={{ duration: 0 }}
      classNames={{ overlay: 'm-overlay', inner: 'm-inner', content: `m-content ${wide ? 'm-wide' : ''}` }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className="m-head">
          <Modal.Title>{title}</Modal.Title>
          <button type="button" className="btn plain icon" aria-label={t('close')} onClick={onClose}>
            <Icon of={IconX} />
          </button>
        </div>
        <div className="m-body">{children}</div>
      </Modal.Content>
    </Modal.Root>
  );
}
