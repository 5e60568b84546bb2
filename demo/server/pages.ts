import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Answers a request for a page or one of its files; `undefined` when there is none at that address. */
export type Pages = (request: Request) => Promise<Response | undefined>;

const pagesFolder = fileURLToPath(new URL('../pages', import.meta.url));
const distFolder = fileURLToPath(new URL('../../dist', import.meta.url));

/** The pages a visitor can open, by address. */
const documents: Readonly<Record<string, string>> = {
  '/': 'shop.html',
  '/inline': 'inline.html',
  '/agent': 'agent.html',
  '/signed-in': 'signed-in.html',
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The policy under which every page runs: nothing but this server, no inline script or style, and no string that becomes
 * markup except through the two named policies.
 */
export function contentSecurityPolicy(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    `connect-src 'self' ws://${host}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html dompurify',
  ].join('; ');
}

/**
 * Serves the demo pages, their files under `/pages/`, and the built widget under `/dist/`. Scripts are written in
 * TypeScript and bundled when they are asked for, so that an edit shows at the next reload.
 */
export function createPages(): Pages {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const url = new URL(request.url);
    const name = documents[url.pathname];
    if (name !== undefined) return document(name, url);
    if (url.pathname.startsWith('/dist/')) return file(distFolder, url.pathname.slice('/dist/'.length));
    if (!url.pathname.startsWith('/pages/')) return undefined;
    const path = url.pathname.slice('/pages/'.length);
    return path.endsWith('.js') ? script(path) : file(pagesFolder, path);
  };
}

async function document(name: string, url: URL): Promise<Response> {
  let html = await readFile(join(pagesFolder, name), 'utf8');
  for (const [comment, part] of html.matchAll(/<!-- include ([a-z]+\.html) -->/g)) {
    const text = await readFile(join(pagesFolder, part ?? ''), 'utf8');
    html = html.replace(comment, () => text.trim());
  }
  const here = `href="${url.pathname}"`;
  html = html.replace(here, `${here} aria-current="page"`).replaceAll('{{origin}}', url.origin);
  return answer(html, 'text/html; charset=utf-8', {
    'content-security-policy': contentSecurityPolicy(url.host),
    'referrer-policy': 'no-referrer',
  });
}

async function script(path: string): Promise<Response | undefined> {
  const entry = within(pagesFolder, path.replace(/\.js$/, '.ts'));
  if (entry === undefined || (await read(entry)) === undefined) return undefined;
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  return answer(outputFiles[0]?.text ?? '', mediaTypes['.js'] ?? '');
}

async function file(folder: string, path: string): Promise<Response | undefined> {
  const target = within(folder, path);
  const mediaType = mediaTypes[extname(path)];
  if (target === undefined || mediaType === undefined) return undefined;
  const content = await read(target);
  return content === undefined ? undefined : answer(content, mediaType);
}

/** The file that `path` names, unless it would leave `folder`. */
function within(folder: string, path: string): string | undefined {
  try {
    const target = resolve(folder, decodeURIComponent(path));
    return target.startsWith(folder + sep) ? target : undefined;
  } catch {
    return undefined; // A broken percent escape, or a name no file can have.
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

function answer(body: string, contentType: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
