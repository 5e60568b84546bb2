/**
 * Which browser the tests drive: `CHROME_PATH`, else an installed Chrome or Chromium, else the one inside the npm package
 * `@sparticuz/chromium` (Linux x64). `CONNECT_CHAT_BROWSER=bundled` forces the last.
 */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { Launcher } from 'chrome-launcher';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/**
 * Finds the browser.
 *
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string | undefined>, headless: true | 'shell' }>}
 */
export async function findBrowser() {
  const env = { ...process.env };
  if (process.env.CONNECT_CHAT_BROWSER !== 'bundled') {
    const executablePath = process.env.CHROME_PATH || installed();
    if (executablePath) return { executablePath, args: quiet, env, headless: true };
  }
  return bundled(env);
}

function installed() {
  try {
    return Launcher.getFirstInstallation();
  } catch {
    return undefined; // The launcher throws when it finds none.
  }
}

async function bundled(env) {
  const bin = new URL('../../bin/', import.meta.resolve('@sparticuz/chromium'));
  const { version } = JSON.parse(await readFile(new URL('../package.json', bin), 'utf8'));
  // The package reuses any `chromium` it finds in the temporary folder, so each version gets its own.
  const home = join(tmpdir(), `connect-chat-chromium-${version}`);
  await mkdir(home, { recursive: true });
  process.env.TMPDIR = home;
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  if (env.TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = env.TMPDIR;
  await unpackLibraries(new URL('al2023.tar.br', bin), join(home, 'al2023'));
  await describeFonts(home);
  return {
    executablePath,
    args: quiet,
    env: { ...env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
    headless: 'shell',
  };
}

/** The system libraries that the browser needs; outside a Lambda the package does not unpack them by itself. */
async function unpackLibraries(archive, folder) {
  if (existsSync(folder)) return;
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const tar = join(partial, 'libraries.tar');
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(tar));
  await promisify(execFile)('tar', ['-x', '-f', tar, '-C', partial]);
  await rename(partial, folder);
}

/** The package's own description of its fonts looks for them elsewhere, and without any font a text field crashes the page. */
async function describeFonts(home) {
  const fonts = `<dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir>`;
  await writeFile(join(home, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>`);
}
