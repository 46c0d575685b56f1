import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, type Language } from '../../shared/language.js';
import { chooseTheme, currentTheme } from '../../shared/theme.js';
import { request } from '../api/request.js';
import { useStaff } from '../api/queries.js';
import { useMe, useSession } from '../api/session.js';
import { chooseLanguage } from '../words/i18n.js';
import { askToNotify, notifyAllowed } from './alert-me.js';
import { setSingleKeys, singleKeysOn } from './keys.js';
import { DropMenu, MenuItem, MenuLabel } from './menu.js';
import { Face } from './parts.js';
import { PasswordDialog } from '../sign-in/password-dialog.js';

/** Who one is: duty, language, theme, keys, notices, password, signing out. */
export function MeMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const { signOut } = useSession();
  const queries = useQueryClient();
  const { data: staff } = useStaff();
  const [theme, setTheme] = useState(currentTheme());
  const [keys, setKeys] = useState(singleKeysOn());
  const [notify, setNotify] = useState(notifyAllowed());
  const [changing, setChanging] = useState(false);
  const offDuty = staff?.find(({ name }) => name === me.name)?.offDuty ?? me.offDuty ?? false;
  const duty = async () => {
    await request('PATCH', `/staff/${encodeURIComponent(me.name)}`, { body: { offDuty: !offDuty } });
    await queries.invalidateQueries({ queryKey: ['staff'] });
  };
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <>
      <DropMenu
        target={
          <button
            type="button"
            className="me"
            aria-label={`${t('me.menu', { name: me.displayName })}, ${t(offDuty ? 'me.offDuty' : 'me.onDuty')}`}
          >
            <Face name={me.displayName} size="l" />
            <span className={`dot ${offDuty ? 'off' : ''}`} />
          </button>
        }
      >
        <MenuItem onClick={() => void duty()}>{t(offDuty ? 'me.goOn' : 'me.goOff')}</MenuItem>
        <MenuItem
          onClick={() => {
            chooseTheme(other);
            setTheme(other);
          }}
        >
          {t(`me.${other}`)}
        </MenuItem>
        {Object.entries(LANGUAGE_NAMES).map(([id, name]) => (
          <MenuItem key={id} lang={id} onClick={() => void chooseLanguage(id as Language, true)}>
            {name}
          </MenuItem>
        ))}
        <MenuItem role="menuitemcheckbox" aria-checked={keys} onClick={() => (setSingleKeys(!keys), setKeys(!keys))}>
          {keys ? '✓ ' : ''}
          {t('me.singleKeys')}
        </MenuItem>
        {notify ? (
          <MenuLabel className="k m-item">{t('me.notified')}</MenuLabel>
        ) : (
          <MenuItem onClick={() => void askToNotify().then(setNotify)}>{t('me.notify')}</MenuItem>
        )}
        <MenuItem onClick={() => setChanging(true)}>{t('me.password')}</MenuItem>
        <MenuItem onClick={() => void signOut()}>{t('me.signOut')}</MenuItem>
      </DropMenu>
      {changing && <PasswordDialog onClose={() => setChanging(false)} />}
    </>
  );
}
