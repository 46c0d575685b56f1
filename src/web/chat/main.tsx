import '../shared/tokens.css';
import '../shared/parts.css';
import './chat.css';
import { render } from 'preact';
import { keep } from '../shared/keep.js';
import { firstLanguage } from '../shared/language.js';
import { newId } from '../shared/new-id.js';
import { now } from '../shared/now.js';
import { App } from './app.js';
import { Chat } from './client/chat.js';
import { thumbnail } from './client/thumbnail.js';
import { Transport } from './client/transport.js';
import { upload } from './client/upload.js';

const query = new URLSearchParams(location.search);
const language = firstLanguage(query.get('lang'));
const playbook = query.get('playbook') ?? undefined;

const chat = new Chat({
  transport: new Transport(),
  upload,
  thumbnail,
  keep,
  now,
  newId,
  locale: () => document.documentElement.lang,
  playbook,
});

document.documentElement.lang = language;
addEventListener('online', () => chat.hurry());
addEventListener('offline', () => chat.networkLost());
addEventListener('beforeunload', (event) => {
  if (chat.state.outgoing.some(({ state }) => state === 'uploading')) event.preventDefault();
});
chat.start();

const page = document.getElementById('page');
const embedded = query.has('embed');
if (page)
  render(<App chat={chat} first={language} embedded={embedded} draftKey={`redress.draft.${playbook ?? ''}`} />, page);
