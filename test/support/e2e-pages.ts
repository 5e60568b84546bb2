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
