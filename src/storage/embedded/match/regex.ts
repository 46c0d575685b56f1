import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';

/** A `$regex` operand (pattern or expression, with `$options`) as a JavaScript expression that keeps no state. */
export function regexOf(pattern: unknown, options?: unknown): RegExp {
  if (pattern instanceof RegExp)
    return compile(pattern.source, typeof options === 'string' ? options : wireFlags(pattern));
  if (typeof pattern !== 'string') throw serverError('BadValue', '$regex has to be a string');
  if (options !== undefined && typeof options !== 'string')
    throw serverError('BadValue', '$options has to be a string');
  return compile(pattern, options ?? '');
}

/** The mongodb driver sends JavaScript's `g` as MongoDB's `s` (dot matches all) and nothing else but `i` and `m`. */
function wireFlags(pattern: RegExp): string {
  return pattern.flags
    .replace('s', '')
    .replace('g', 's')
    .replace(/[^ims]/g, '');
}

function compile(source: string, options: string): RegExp {
  const foreign = /[^ims]/.exec(options.replace('u', ''));
  if (foreign) throw new UnsupportedByEmbeddedEngine(`the regular expression option ${foreign[0]}`);
  const flags = [...new Set(options.replace('u', ''))].join('');
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return compileLoosely(source, flags);
  }
}

/** Unicode mode is MongoDB's, but refuses harmless escapes such as `\-`. */
function compileLoosely(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    throw new UnsupportedByEmbeddedEngine(`the regular expression ${JSON.stringify(source)}`);
  }
}
