import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';

const ORIGIN = /^https?:\/\/[^\s;,'"/]+$/;

/**
 * Headers of every answer. Only the chat page may stand in a frame: of its own origin, or of `allowedOrigins` as
 * `/?embed=1`. There is no X-Frame-Options, which cannot say that; `frame-ancestors` replaces it.
 */
export function securityHeaders(allowedOrigins: string[], publicUrl: string): RequestHandler {
  const embedders = ["'self'", ...allowedOrigins.filter((origin) => ORIGIN.test(origin))].join(' ');
  const ancestors = ({ path, query }: Request) =>
    path !== '/' ? "'none'" : query.embed === '1' ? embedders : "'self'";
  return helmet({
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
}
