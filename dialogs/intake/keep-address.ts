import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { tellStory } from './draft.js';
import { fieldOf } from './fields.js';

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+/;

/** An e-mail address in a text that no field of the procedure takes. */
export function addressBeside({ context }: Turn, text: string): string | undefined {
  return fieldOf(context.playbook, 'email') ? undefined : ADDRESS.exec(text)?.[0];
}

/** Keeps such an address with the story, and says so. */
export function keepAddress(turn: Turn, { text, event }: Heard): void {
  const address = addressBeside(turn, text);
  if (!turn.draft || address === undefined) return;
  const known = turn.draft.story.some(({ text: told }) => told.includes(address));
  tellStory(turn.draft, `${event.id}/address`, address, address);
  if (!known) turn.say('address.noted', { address });
}
