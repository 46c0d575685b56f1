import express, { type RequestHandler } from 'express';
import { RedressError } from '../errors.js';
import { refusePrototypeKeys } from './problem.js';

const LIMIT = '256kb';

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
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), refusePrototypeKeys);
  } catch (error) {
    if (error instanceof RedressError) throw error;
    throw new RedressError('BAD_REQUEST', 'The body is not JSON.');
  }
}
