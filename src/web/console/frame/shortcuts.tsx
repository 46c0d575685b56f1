import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../words/labels.js';
import { Dialog } from './dialog.js';
import { setSingleKeys, singleKeysOn } from './keys.js';
import { KeyCaps } from './parts.js';

/** All keys on one sheet. */
export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { verb } = useLabels();
  const [single, setSingle] = useState(singleKeysOn());
  const groups: [string, [string, string][]][] = [
    [
      t('keys.everywhere'),
      [
        ['Ctrl K', t('keys.palette')],
        ['?', t('keys.sheet')],
        ['F6', t('keys.regions')],
        ['Z', t('undo')],
        ['Esc', t('keys.back')],
      ],
    ],
    [
      t('palette.goTo'),
      [
        ['G I', t('nav.inbox')],
        ['G C', t('nav.cases')],
        ['G A', t('nav.approvals')],
        ['G P', t('nav.promises')],
        ['G R', t('nav.reports')],
        ['G S', t('nav.admin')],
      ],
    ],
    [
      t('keys.lists'),
      [
        ['J K', t('keys.move')],
        ['Enter', t('keys.open')],
        ['X', t('keys.select')],
        ['F', t('keys.find')],
        ['Shift A', verb('assign')],
      ],
    ],
    [
      t('keys.talk'),
      [
        ['T', t('talk.takeOver')],
        ['E', t('talk.reply')],
        ['N', t('talk.note')],
        ['/', t('talk.canned')],
        ['Ctrl Enter', t('talk.send')],
        ['B', t('talk.handBack')],
        ['Shift B', t('talk.handBackWith')],
        ['C', t('keys.confirm')],
      ],
    ],
    [
      t('keys.case'),
      [
        ['V', t('keys.finding')],
        ['P', t('keys.propose')],
        ['A', verb('approve')],
        ['R', verb('refuse')],
        ['W', t('keys.why')],
        ['U', t('keys.evidence')],
        ['Y', t('keys.copy')],
      ],
    ],
  ];
  return (
    <Dialog title={t('keys.title')} onClose={onClose} wide>
      <div className="keys-g">
        {groups.map(([title, keys]) => (
          <section key={title}>
            <h2>{title}</h2>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>{what}</dt>
                  <dd>
                    <KeyCaps keys={key} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="inline">
        <input
          type="checkbox"
          className="box"
          checked={single}
          onChange={() => (setSingleKeys(!single), setSingle(!single))}
        />
        {t('me.singleKeys')}
      </label>
      <p className="k">{t('keys.off')}</p>
    </Dialog>
  );
}
