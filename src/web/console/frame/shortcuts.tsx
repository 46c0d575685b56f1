import { useTranslation } from 'react-i18next';
import { useLabels } from '../words/labels.js';
import { Dialog } from './dialog.js';

/** All keys on one sheet. */
export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { verb } = useLabels();
  const groups: [string, [string, string][]][] = [
    [
      'everywhere',
      [
        ['Ctrl K', t('keys.palette')],
        ['?', t('keys.sheet')],
        ['G I C A P R S', t('keys.goTo')],
        ['F6', t('keys.regions')],
        ['Z', t('undo')],
        ['Esc', t('keys.back')],
      ],
    ],
    [
      'lists',
      [
        ['J K', t('keys.move')],
        ['Enter', t('keys.open')],
        ['X', t('keys.select')],
        ['F', t('keys.find')],
        ['Shift A', verb('assign')],
      ],
    ],
    [
      'talk',
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
      'case',
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
        {groups.map(([id, keys]) => (
          <section key={id}>
            <h2>{t(`keys.${id}`)}</h2>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>{what}</dt>
                  <dd>
                    <kbd className="key">{key}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="k">{t('keys.off')}</p>
    </Dialog>
  );
}
