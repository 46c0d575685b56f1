import { Modal } from '@mantine/core';
import {
  IconBolt,
  IconKeyboard,
  IconListCheck,
  IconLock,
  IconPlus,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ADMIN_PAGES } from '../admin/admin-pages.js';
import { useFewCases } from '../api/case-lists.js';
import { useLabels } from '../words/labels.js';
import { useOffered, type Command } from './commands.js';
import { PAGES } from './pages.js';
import { Icon, KeyCaps } from './parts.js';
import { initials } from './pinyin.js';
import { useShell } from './shell.js';

/** One character is a word already. */
const HAN = /\p{Script=Han}/u;
const MOST = 40;
const GROUP_MOST = 14;

/** Everything by its name: this case's operations, places to go, cases. Words, ids and numbers all match. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { openCase, sheet } = useShell();
  const labels = useLabels();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const offered = useOffered();
  const query = typed.trim().toLowerCase();
  const { data: cases } = useFewCases(
    query.length > 1 || HAN.test(query) ? `q=${encodeURIComponent(query)}` : 'status=open',
  );

  const commands = useMemo<Command[]>(() => {
    const places: Command[] = PAGES.map(({ id, path, icon, key }) => ({
      id: `go-${id}`,
      group: t('palette.goTo'),
      label: t(`nav.${id}`),
      also: path,
      icon,
      keys: `G ${key}`,
      run: () => go(path),
    }));
    const admin: Command[] = ADMIN_PAGES.map(({ id, path, title }) => ({
      id: `go-${id}`,
      group: t('palette.goTo'),
      label: t(title),
      also: path,
      icon: IconSettings,
      run: () => go(path),
    }));
    const found: Command[] = (cases ?? []).slice(0, GROUP_MOST).map(({ number, fields }) => ({
      id: `case-${number}`,
      group: t('palette.cases'),
      label: `${number}  ${fields.name ?? ''}  ${fields.content ?? ''}`.slice(0, 70),
      icon: IconListCheck,
      run: () => go(`/cases/${number}`),
    }));
    const more: Command[] = [
      {
        id: 'open-case',
        group: t('palette.other'),
        label: t('op.open'),
        also: 'open-case',
        icon: IconPlus,
        run: openCase,
      },
      {
        id: 'sheet',
        group: t('palette.other'),
        label: t('keys.title'),
        keys: '?',
        also: 'shortcuts keys',
        icon: IconKeyboard,
        run: sheet,
      },
    ];
    const can = offered.filter(({ because }) => !because);
    const cannot = offered.filter(({ because }) => because);
    return [...can, ...cannot, ...places, ...admin, ...more, ...found];
  }, [offered, cases, t, go, openCase, sheet]);

  const shown = commands
    .filter(
      ({ label, also = '', id }) =>
        !query ||
        id.startsWith('case-') ||
        `${label} ${also}`.toLowerCase().includes(query) ||
        (/^[a-z]+$/.test(query) && initials(label).includes(query)),
    )
    .slice(0, MOST);
  const groups = [...new Set(shown.map(({ group }) => group))];
  const inOrder = groups.flatMap((group) => shown.filter((one) => one.group === group));
  const current = inOrder[Math.min(at, inOrder.length - 1)];

  const run = (command: Command | undefined) => {
    if (!command || command.because) return;
    onClose();
    // After the dialog gave the focus back, so that what opens next may take it.
    setTimeout(command.run);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const next = (at + step + inOrder.length) % Math.max(1, inOrder.length);
      setAt(next);
      document.getElementById(`option-${inOrder[next]?.id}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(current);
    }
  };
  return (
    <Modal.Root
      opened
      onClose={onClose}
      lockScroll={false}
      unstyled
      transitionProps={{ duration: 0 }}
      classNames={{ overlay: 'm-overlay', inner: 'm-inner', content: 'm-content sheet-d' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.label')}>
        <div className="pal-in">
          <Icon of={IconSearch} size={22} />
          <input
            role="combobox"
            data-autofocus
            autoFocus
            aria-expanded="true"
            aria-controls="palette-options"
            aria-activedescendant={current && `option-${current.id}`}
            aria-label={t('palette.label')}
            placeholder={t('palette.label')}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKey}
          />
          <kbd className="key" aria-hidden="true">
            Esc
          </kbd>
        </div>
        <div className="pal" id="palette-options" role="listbox" aria-label={t('palette.results')} tabIndex={-1}>
          {groups.map((group) => (
            <div key={group} role="group" aria-label={group}>
              <div className="k" aria-hidden="true">
                {group}
              </div>
              {inOrder
                .filter((one) => one.group === group)
                .map((one) => (
                  <div
                    key={one.id}
                    id={`option-${one.id}`}
                    className="o"
                    role="option"
                    aria-selected={one === current}
                    aria-disabled={one.because ? true : undefined}
                    onClick={() => run(one)}
                  >
                    <Icon of={one.because ? IconLock : (one.icon ?? IconBolt)} />
                    <span className="what">
                      <Marked text={one.label} part={query} />
                    </span>
                    <span className="r">
                      {one.because ?? (one.keys && <KeyCaps keys={one.keys.replace('+', ' ')} />)}
                    </span>
                  </div>
                ))}
            </div>
          ))}
          {inOrder.length === 0 && <p className="empty">{t('palette.none')}</p>}
        </div>
        <div className="pal-f" lang={labels.language}>
          <span>↑ ↓ {t('palette.choose')}</span>
          <span>↵ {t('palette.run')}</span>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The part of a text that was typed, marked. */
function Marked({ text, part }: { text: string; part: string }) {
  const at = part ? text.toLowerCase().indexOf(part) : -1;
  if (at < 0) return text;
  const end = at + part.length;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  );
}
