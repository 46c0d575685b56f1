import express, { type RequestHandler } from 'express';
import { RedressError } from '../errors.js';
import { refusePrototypeKeys } from './problem.js';

const LIMIT = '256kb';
const UTF8 = new TextDecoder('utf-8', { fatal: true });
const SUSPICIOUS = /__proto__|constructor|prototype|\\u/;

/** Reads JSON bodies. Parsed here, not by express.json, which loses the code and field of what the reviver refuses. */
export function jsonBody(): RequestHandler[] {
  return [express.raw({ type: ['application/json', 'application/*+json'], limit: LIMIT }), parse];
}

const parse: RequestHandler = (request, _response, next) => {
  if (!Buffer.isBuffer(request.body)) return next();
  const bytes = request.body;
  request.body = bytes.length === 0 ? undefined : parsed(bytes);
  next();
};

function parsed(bytes: Buffer): unknown {
  try {
    const text = UTF8.decode(bytes);
    // Most bodies cannot hold such a key, written out or escaped; looking at every key of every body costs more.
    return SUSPICIOUS.test(text) ? JSON.parse(text, refusePrototypeKeys) : JSON.parse(text);
  } catch (error) {
    if (error instanceof RedressError) throw error;
    throw new RedressError('BAD_REQUEST', 'The body is not JSON.');
  }
}
