import { join } from 'node:path';
import express, { Router, type Response } from 'express';
import { packedAssets } from './packed-assets.js';

const YEAR_SECONDS = 31_536_000;

/** Sends a built page; a browser asks again each time, so that a new build is seen at once. */
export function sendPage(webRoot: string, page: 'chat' | 'case' | 'console', response: Response): Promise<void> {
  response.set('Cache-Control', 'no-cache');
  return new Promise((resolve, reject) => {
    response.sendFile(join(page, 'index.html'), { root: webRoot, cacheControl: false }, (error?: Error) =>
      error ? reject(error) : resolve(),
    );
  });
}

/** The built pages and what they load. */
export function pages(webRoot: string): Router {
  const router = Router();
  const assets = join(webRoot, 'assets');
  router.use(
    '/assets',
    packedAssets(assets, YEAR_SECONDS),
    express.static(assets, { immutable: true, maxAge: YEAR_SECONDS * 1000, index: false }),
  );
  router.get('/embed.js', (_request, response, next) => {
    response.set('Cross-Origin-Resource-Policy', 'cross-origin'); // other people's pages load it
    response.sendFile('embed.js', { root: webRoot, maxAge: '5m' }, (error?: Error) => error && next(error));
  });
  router.get('/', (_request, response) => sendPage(webRoot, 'chat', response));
  router.get(/^\/desk(?!\/api(\/|$))(\/.*)?$/, (_request, response) => sendPage(webRoot, 'console', response));
  return router;
}
