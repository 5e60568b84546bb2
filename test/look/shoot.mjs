/**
 * Pictures of every frame beside the same frame of the design, for comparing by eye.
 *
 *   node --import tsx test/look/shoot.mjs <out> [<mock.html>] [--only=name,name] [--scheme=dark] [--dir=rtl] [--width=320]
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../support/browser.mjs';
import { frames } from './snapshots.js';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    scheme: { type: 'string', default: 'light' },
    dir: { type: 'string', default: 'ltr' },
    width: { type: 'string', default: '400' },
  },
});
const [out = 'look', mock] = positionals;
const scheme = values.scheme === 'dark' ? 'dark' : 'light';
const dir = values.dir === 'rtl' ? 'rtl' : 'ltr';
const names = values.only?.split(',') ?? Object.keys(frames);
const sizes = { narrow: [320, 640], inline: [840, 560] };
const font = ':root, .cc { --connect-chat-font-family: Inter, system-ui; }';

const bundle = await build({
  entryPoints: [new URL('page.ts', import.meta.url).pathname],
  bundle: true,
  write: false,
  format: 'iife',
  // The package declares its built files only as having side effects; here the sources are bundled.
  ignoreAnnotations: true,
  target: 'es2022',
  logLevel: 'warning',
});
const script = bundle.outputFiles[0].text;
const found = await findBrowser();
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: [...found.args],
});

async function shootOurs(page, name) {
  const [width, height] = sizes[name] ?? [Number(values.width), 640];
  await page.evaluate(
    ([frame, options]) => globalThis.showFrame(frame, options),
    [name, { scheme, dir, width, height }],
  );
  // Animations have an end; the picture is of that.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  );
  await page
    .locator('look-host')
    .screenshot({ path: `${out}/${name}.${scheme}.${dir}.ours.png`, animations: 'disabled' });
}

async function shootMock(page, name) {
  const frame = page.locator(`[id="${name}"] .cc > *`).first();
  if ((await frame.count()) === 0) return;
  await frame.screenshot({ path: `${out}/${name}.${scheme}.${dir}.mock.png`, animations: 'disabled' });
}

await mkdir(out, { recursive: true });
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 760 }, deviceScaleFactor: 2 });
  page.on('pageerror', (error) => console.error(String(error)));
  await page.setContent(
    `<!doctype html><html lang="en"><style>body{margin:20px;background:${scheme === 'dark' ? '#0d0c0b' : '#ebe8e2'}}${font}</style><body></body></html>`,
  );
  await page.addScriptTag({ content: script });
  for (const name of names) await shootOurs(page, name);
  if (mock !== undefined) {
    const design = await browser.newPage({ viewport: { width: 1400, height: 900 }, deviceScaleFactor: 2 });
    await design.goto(pathToFileURL(resolve(mock)).href);
    await design.addStyleTag({ content: font });
    await design.click(`[value="${scheme}"]`);
    await design.click(`[value="${dir}"]`);
    for (const name of names) await shootMock(design, name);
  }
} finally {
  await browser.close();
}
