import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy, createPages, type Pages } from '../../demo/server/pages.js';

/** Answers a request to a path that a test has made up. */
export type Answer = (request: Request) => Response | Promise<Response>;

const mediaTypes: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css' };

/** The demo's pages, the tests' own under `/test/` with the same policy, and whatever `answers` holds by path. */
export function createTestPages(answers: ReadonlyMap<string, Answer>): Pages {
  const demo = createPages();
  return async (request) => {
    const url = new URL(request.url);
    const answer = answers.get(url.pathname);
    if (answer) return answer(request);
    const name = /^\/test\/([a-z-]+\.(html|css))$/.exec(url.pathname);
    if (!name?.[1] || !name[2]) return demo(request);
    const text = await readFile(new URL(`../e2e/pages/${name[1]}`, import.meta.url), 'utf8');
    return new Response(text, {
      headers: {
        'content-type': `${mediaTypes[name[2]] ?? ''}; charset=utf-8`,
        'content-security-policy': contentSecurityPolicy(url.host),
        'x-content-type-options': 'nosniff',
      },
    });
  };
}

/** A page with a `<connect-chat>` in its HTML, which talks to the page's own server. */
export function chatDocument(
  origin: string,
  attributes: Readonly<Record<string, string | boolean>>,
): Response {
  const all = { ...chatAttributes(origin), ...attributes };
  const written = Object.entries(all).flatMap(([name, value]) =>
    value === false ? [] : [value === true ? name : `${name}="${value}"`],
  );
  const html = `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>A page with a chat</title>
        <link rel="icon" href="/pages/pictures/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/test/blank.css" />
        <script type="module" src="/dist/connect-chat.js"></script>
      </head>
      <body><main><h1>A page with a chat</h1><connect-chat ${written.join(' ')}></connect-chat></main></body>
    </html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(new URL(origin).host),
    },
  });
}

const chatAttributes = (origin: string): Readonly<Record<string, string | boolean>> => ({
  'start-chat-endpoint': '/test/start',
  'participant-endpoint': origin,
  heading: 'Halden',
});
