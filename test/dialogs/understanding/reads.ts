import { understand, type Understood, type UnderstandContext } from '../../../dialogs/understanding/understand.js';

/** The facts of a message as one object: `field: value`, with `?` behind a value that is not sure. */
export function factsOf({ facts }: Pick<Understood, 'facts'>): Record<string, string> {
  return Object.fromEntries(facts.map(({ field, value, sure }) => [field, sure ? value : `${value}?`]));
}

export const told = (text: string, context: UnderstandContext): Record<string, string> =>
  factsOf(understand(text, context));

/** The corrections of a message: `field: value`, an empty value where it is to be asked. */
export function changed(text: string, context: UnderstandContext): Record<string, string> {
  return Object.fromEntries(understand(text, context).corrections.map(({ field, value }) => [field, value ?? '']));
}
