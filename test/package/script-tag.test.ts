import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { chromium, type Browser, type Page, type Route } from 'playwright-core';
import { findBrowser } from '../support/browser.mjs';

const origin = 'https://page.example';
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

const moduleTag = '<script type="module" src="/dist/connect-chat.js"></script>';
const classicTag = '<script src="/dist/connect-chat.iife.js"></script>';
const element = '<connect-chat floating region="eu-west-2" start-chat-endpoint="/start"></connect-chat>';

describe('the script-tag build', () => {
  let browser: Browser;
  let page: Page;
  let problems: string[];

  before(async () => {
    const { executablePath, args, env } = await findBrowser();
    browser = await chromium.launch({ executablePath, args: [...args], env });
  });
  after(() => browser.close());

  beforeEach(async () => {
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => problems.push(message.text()));
  });
  afterEach(() => page.close());

  /** Opens a page with that body. What it asks for comes from the build; the rest does not exist. */
  async function open(body: string): Promise<void> {
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/')
        await fulfil(route, '.html', `<!doctype html><html lang="en"><body>${body}</body></html>`);
      else if (pathname.startsWith('/dist/'))
        await fulfil(route, extname(pathname), await readFile(pathname.slice(1), 'utf8'));
      else await route.fulfill({ status: 404, body: '' });
    });
    await page.goto(origin);
  }

  const fulfil = (route: Route, extension: string, body: string) =>
    route.fulfill({ contentType: types[extension] ?? 'text/plain', body });

  const launcher = () => page.getByRole('button', { name: /chat$/ }).first();
  const composer = () => page.getByRole('textbox', { name: 'Write a message' });

  for (const [name, tag] of [
    ['module', moduleTag],
    ['classic', classicTag],
  ] as const) {
    it(`opens a chat (${name})`, async () => {
      await open(tag + element);
      await launcher().click();
      await composer().waitFor();
      assert.deepEqual(problems, []);
    });

    it(`leaves no global of its own behind (${name})`, async () => {
      await open('');
      const known = await page.evaluate(() => Object.getOwnPropertyNames(globalThis));
      await page.close();
      page = await browser.newPage();
      await open(tag + element);
      await launcher().click();
      await composer().waitFor();
      const found = await page.evaluate(() => Object.getOwnPropertyNames(globalThis));
      assert.deepEqual(
        found.filter((one) => !known.includes(one)),
        [],
      );
    });
  }

  for (const tags of [classicTag + moduleTag, moduleTag + classicTag, classicTag + classicTag]) {
    it(`does no harm in two copies: ${tags}`, async () => {
      await open(tags + element);
      await launcher().click();
      await composer().waitFor();
      assert.deepEqual(problems, []);
    });
  }

  it('asks nobody else, sets no cookie and stores nothing', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(moduleTag + element);
    await launcher().click();
    await composer().waitFor();
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(`${origin}/`)),
      [],
    );
    assert.deepEqual(await page.context().cookies(), []);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  });

  describe('when the code behind the launcher cannot be loaded', () => {
    let attempts: number;

    beforeEach(async () => {
      attempts = 0;
      await open('');
      await page.route(`${origin}/dist/chunks/chat-*.js*`, async (route) => {
        attempts += 1;
        await route.abort();
      });
      await page.evaluate(() => {
        const errors: unknown[] = [];
        Object.assign(globalThis, { errors });
        document.addEventListener('connect-chat-error', ({ detail: { code, recoverable, cause } }) =>
          errors.push([code, recoverable, cause instanceof Error]),
        );
      });
      await page.evaluate(
        ([tag, html]) => {
          document.body.innerHTML = html;
          const script = Object.assign(document.createElement('script'), { type: 'module', src: tag });
          document.head.append(script);
        },
        ['/dist/connect-chat.js', element] as const,
      );
      await page.locator('connect-chat .launcher').waitFor();
    });

    const errors = () => page.evaluate(() => (globalThis as unknown as { errors: unknown[] }).errors);
    const trouble = () => page.getByText('The chat couldn’t be loaded.');
    const failure = ['widget/not-loaded', true, true];

    it('says so, says it once to the page, and does not try again by itself', async () => {
      await page.evaluate(() => document.querySelector('connect-chat')?.show());
      await trouble().waitFor();
      await page.evaluate(() => document.querySelector('connect-chat')?.setAttribute('heading', 'Changed'));
      assert.equal(attempts, 1);
      assert.deepEqual(await errors(), [failure]);
    });

    it('rejects the methods that need it', async () => {
      const code = await page.evaluate(async () => {
        try {
          await document.querySelector('connect-chat')?.start();
          return 'started';
        } catch (error) {
          return (error as { readonly code?: string }).code;
        }
      });
      assert.equal(code, 'widget/not-loaded');
    });

    it('leaves the launcher to close it with, also on a phone', async () => {
      await page.setViewportSize({ width: 360, height: 640 });
      await launcher().click();
      await trouble().waitFor();
      await launcher().click();
      await trouble().waitFor({ state: 'hidden' });
    });

    it('tries again when asked to, and puts the focus into the composer', async () => {
      await page.evaluate(() => document.querySelector('connect-chat')?.show());
      await trouble().waitFor();
      await page.unroute(`${origin}/dist/chunks/chat-*.js*`);
      await page.getByRole('button', { name: 'Try again' }).click();
      await composer().waitFor();
      await page.waitForFunction(() => document.querySelector('connect-chat')?.matches(':focus-within'));
      assert.equal(await composer().evaluate((field) => field.matches(':focus')), true);
      assert.deepEqual(await errors(), [failure]);
    });
  });
});
