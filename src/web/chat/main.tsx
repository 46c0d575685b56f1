import '../shared/tokens.css';
import '../shared/parts.css';
import './chat.css';
import { render } from 'preact';
import { keep } from '../shared/browser-keep.js';
import { firstLanguage } from '../shared/language.js';
import { newId } from '../shared/new-id.js';
import { now } from '../shared/now.js';
import { App } from './app.js';
import { Chat } from './client/chat.js';
import { thumbnail } from './client/thumbnail.js';
import { Transport } from './client/transport.js';
import { upload } from './client/upload.js';
import { loadWords } from './words/words.js';

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
const first = { language, words: await loadWords(language) };
const draftKey = `redress.draft.${playbook ?? ''}`;
if (page) render(<App chat={chat} first={first} embedded={query.has('embed')} draftKey={draftKey} />, page);
