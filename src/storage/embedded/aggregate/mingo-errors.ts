import { MingoError } from 'mingo/util';
import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';

/** How mingo says that it has no such operator, or may not run it. */
const lacking = [
  /unregistered pipeline operator (\$\w+)/,
  /accumulator '(\$\w+)' is not registered/,
  /(\$\w+).*requires 'scriptEnabled'/,
];

/** Runs mingo and words its refusals as the engine's own: what it lacks is named, the rest is a bad value. */
export function mingoAnswer<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MingoError)) throw error;
    const name = lacking.map((message) => message.exec(error.message)?.[1]).find((found) => found !== undefined);
    throw name
      ? new UnsupportedByEmbeddedEngine(`the aggregation operator ${name}`)
      : serverError('BadValue', error.message);
  }
}
