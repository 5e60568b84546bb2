import { readFile } from 'node:fs/promises';
import type { Answer } from '../../support/e2e-pages.js';

/** A page with the published ChatJS and nothing else, by path. */
export const chatJsPages: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  [
    '/test/chatjs',
    () =>
      new Response(
        '<!doctype html><html lang="en"><meta charset="utf-8" /><title>ChatJS</title><script src="/test/chatjs.js"></script>',
        { headers: { 'content-type': 'text/html; charset=utf-8' } },
      ),
  ],
  [
    '/test/chatjs.js',
    async () =>
      new Response(await readFile(new URL(import.meta.resolve('amazon-connect-chatjs')), 'utf8'), {
        headers: { 'content-type': 'text/javascript; charset=utf-8' },
      }),
  ],
]);
