import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPages } from '../../../demo/server/pages.js';

const pages = createPages();
const origin = 'http://127.0.0.1:8123';

function get(path: string, method = 'GET'): Promise<Response | undefined> {
  return pages(new Request(new URL(path, origin), { method }));
}

describe('createPages', () => {
  for (const path of ['/', '/inline', '/agent', '/signed-in']) {
    describe(path, () => {
      it('is sent under the strict policy', async () => {
        const response = await get(path);
        const policy = response?.headers.get('content-security-policy') ?? '';
        assert.equal(response?.status, 200);
        assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self';/);
        assert.match(policy, /img-src 'self' blob:;/);
        assert.match(policy, /connect-src 'self' ws:\/\/127\.0\.0\.1:8123;/);
        assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html dompurify$/);
        assert.doesNotMatch(policy, /unsafe|\*|https?:/);
      });

      it('holds no inline script, handler or style, and names no other host', async () => {
        const html = (await (await get(path))?.text()) ?? '';
        assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
        for (const [, url] of html.matchAll(/(?:src|href|endpoint)="([a-z]+:[^"]*)"/g))
          assert.equal(url, origin);
        assert.doesNotMatch(html, /\{\{|<!-- include/);
      });

      it('refers only to files that are there', async () => {
        const html = (await (await get(path))?.text()) ?? '';
        for (const [, file] of html.matchAll(/"(\/pages\/[^"]+)"/g)) {
          assert.equal((await get(file ?? ''))?.status, 200, file);
        }
      });
    });
  }

  for (const path of ['/', '/inline', '/agent'])
    it(`links every page and marks itself at ${path}`, async () => {
      const html = (await (await get(path))?.text()) ?? '';
      for (const other of ['/', '/inline', '/agent'])
        assert.match(html, new RegExp(`<a href="${other}"[ >]`));
      assert.equal(html.match(/aria-current="page"/g)?.length, 1);
      assert.match(html, new RegExp(`href="${path}" aria-current="page"`));
    });

  it('turns TypeScript into one script without imports', async () => {
    const response = await get('/pages/agent/agent.js');
    assert.equal(response?.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.ok(response);
    assert.doesNotMatch(await response.text(), /^import /m);
  });

  for (const path of [
    '/pages/../server/pages.js',
    '/pages/%2e%2e/server/pages.js',
    '/pages/..%2fserver%2fpages.js',
    '/pages/..%2f..%2fpackage.json',
    '/dist/..%2fREADME.md',
    '/dist/%',
    '/pages/%00.css',
    '/pages/',
    '/pages/agent',
    '/pages/shop.html',
    '/pages/nothing.js',
    '/nothing',
  ]) {
    it(`has nothing at ${path}`, async () => {
      assert.equal(await get(path), undefined);
    });
  }

  it('leaves every method but GET and HEAD to others', async () => {
    assert.equal(await get('/', 'POST'), undefined);
    assert.equal((await get('/', 'HEAD'))?.status, 200);
  });
});
