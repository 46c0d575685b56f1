// Builds the pages into dist/web: chat/, case/, console/ (index.html each), assets/ (hashed) and embed.js.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = dirname(fileURLToPath(import.meta.url));
const read = (name) => readFileSync(join(root, name), 'utf8');

/** A token's value in the light theme; the launcher on other people's pages has no stylesheet of ours. */
function token(name) {
  const found = new RegExp(`--${name}:\\s*([^;]+);`).exec(read('shared/tokens.css'));
  if (!found) throw new Error(`tokens.css has no --${name}`);
  return found[1];
}

/** The theme is chosen before the first paint: a small blocking script, as a file because the CSP allows no inline one. */
function themeBeforePaint() {
  const source = read('shared/theme-before-paint.js');
  const fileName = `assets/theme-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.js`;
  return {
    name: 'theme-before-paint',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${fileName}` }, injectTo: 'head-prepend' }],
  };
}

export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  plugins: [themeBeforePaint()],
  // Preact for customers, React for the console: each folder's tsconfig says which.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  define: {
    LAUNCHER_GROUND: JSON.stringify(token('accent-fill')),
    LAUNCHER_INK: JSON.stringify(token('on-fill')),
    LAUNCHER_SHADOW: JSON.stringify(token('shadow-3')),
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // Libraries say "use client" for servers that render; nothing here does.
      onwarn: (warning, show) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || show(warning),
      input: {
        chat: join(root, 'chat/index.html'),
        case: join(root, 'case/index.html'),
        console: join(root, 'console/index.html'),
        embed: join(root, 'embed/embed.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
