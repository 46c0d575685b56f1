import { MingoError } from 'mingo/util';
import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';

/** Runs mingo and words its refusals as the engine's own: what it lacks is named, the rest is a bad value. */
export function mingoAnswer<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MingoError)) throw error;
    const missing = /unregistered pipeline operator (\$\w+)|accumulator '(\$\w+)' is not registered/.exec(
      error.message,
    );
    const name = missing?.[1] ?? missing?.[2];
    throw name
      ? new UnsupportedByEmbeddedEngine(`the aggregation operator ${name}`)
      : serverError('BadValue', error.message);
  }
}
