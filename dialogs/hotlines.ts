import type { PhraseValue } from '../src/domain/phrase.js';
import type { Playbook } from '../src/domain/playbook.js';
import { phrase } from './wording/phrase.js';

type Lines = Record<'emergency' | 'police' | 'support', PhraseValue>;

/** Whom to call, by place and never by language. */
export function hotlinesOf({ region }: Playbook, about: 'fire' | 'hurt'): Lines {
  if (region === 'cn') {
    return {
      emergency: about === 'fire' ? '119' : '120',
      police: '110',
      support: { phrase: phrase('hotline.support.cn') },
    };
  }
  if (region === 'tw') return { emergency: '119', police: '110', support: { phrase: phrase('hotline.support.tw') } };
  return {
    emergency: { phrase: phrase('hotline.emergency') },
    police: { phrase: phrase('hotline.police') },
    support: { phrase: phrase('hotline.support') },
  };
}
