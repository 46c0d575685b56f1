import '../shared/tokens.css';
import '../shared/parts.css';
import './desk.css';
import { render } from 'preact';
import { firstLanguage } from '../shared/language.js';
import { DeskApi } from './api.js';
import { DeskPage } from './desk-page.js';

const language = firstLanguage(new URLSearchParams(location.search).get('lang'));
document.documentElement.lang = language;
const invitation = /\/invit\w*\/([^/]+)$/.exec(location.pathname)?.[1];

const page = document.getElementById('page');
if (page) render(<DeskPage api={new DeskApi()} first={language} invitation={invitation} />, page);
