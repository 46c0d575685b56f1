import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { tellStory } from './draft.js';
import { fieldOf } from './fields.js';

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+/;

/** An e-mail address that no field of the procedure takes is kept with the story, and said to be; true when there was one. */
export function keepAddress(turn: Turn, { text, event }: Heard): boolean {
  const { draft, context } = turn;
  const address = ADDRESS.exec(text)?.[0];
  if (!draft || address === undefined || fieldOf(context.playbook, 'email')) return false;
  const known = draft.story.some(({ text: told }) => told.includes(address));
  tellStory(draft, `${event.id}/address`, address, address);
  if (!known) turn.say('address.noted', { address });
  return true;
}
