import type { Express } from 'express';

interface Layer {
  rawPath: string | RegExp;
  route?: { path: string | RegExp; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every route an application has, as `METHOD /path`, sorted. */
export function routesOf(app: Express): string[] {
  return within((app.router as unknown as { stack: Layer[] }).stack, '').sort();
}

function within(stack: Layer[], prefix: string): string[] {
  return stack.flatMap(({ rawPath, route, handle }) => {
    if (route) return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${prefix}${route.path}`);
    if (!handle.stack) return [];
    if (typeof rawPath !== 'string') throw new Error('a router is mounted where no address can be told');
    return within(handle.stack, rawPath === '/' ? prefix : prefix + rawPath);
  });
}
