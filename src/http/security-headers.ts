import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

const ORIGIN = /^https?:\/\/[^\s;,'"/]+$/;

/**
 * Headers of every answer. Only the chat page may stand in a frame: of its own origin, or of `allowedOrigins` as
 * `/?embed=1`. There is no X-Frame-Options, which cannot say that; `frame-ancestors` replaces it.
 */
export function securityHeaders(allowedOrigins: string[], publicUrl: string): RequestHandler {
  const embedders = ["'self'", ...allowedOrigins.filter((origin) => ORIGIN.test(origin))].join(' ');
  const ancestors = ({ path, query }: Pick<Request, 'path' | 'query'>) =>
    path !== '/' ? "'none'" : query.embed === '1' ? embedders : "'self'";
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [(request) => ancestors(request as Request)],
      },
    },
    xFrameOptions: false,
    strictTransportSecurity: publicUrl.startsWith('https:') && { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'no-referrer' }, // status links carry a key
  });
  /** By who may frame the page: everything else about the headers is the same for every request. */
  const known = new Map<string, readonly [string, string][]>();
  return (request, response, next) => {
    const framedBy = ancestors(request);
    const headers = known.get(framedBy) ?? headersOf(set, request);
    known.set(framedBy, headers);
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** The headers that a handler sets, for a request like this one. */
function headersOf(handler: ReturnType<typeof helmet>, request: Request): [string, string][] {
  const headers: [string, string][] = [];
  const recorder = { setHeader: (name: string, value: string) => headers.push([name, value]), removeHeader: () => 0 };
  handler(request, recorder as unknown as Response, (error) => {
    if (error) throw error as Error;
  });
  return headers;
}
