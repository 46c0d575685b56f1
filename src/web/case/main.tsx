import '../shared/tokens.css';
import '../shared/parts.css';
import './case.css';
import { render } from 'preact';
import { firstLanguage } from '../shared/language.js';
import { StatusPage } from './status-page.js';

const language = firstLanguage(new URLSearchParams(location.search).get('lang'));
document.documentElement.lang = language;

const page = document.getElementById('page');
if (page) render(<StatusPage first={language} />, page);
