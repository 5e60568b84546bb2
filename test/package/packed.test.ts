import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pack, run, type Packed } from './pack.js';

const bin = (name: string) => resolve('node_modules/.bin', name);

/** A page's own program, as an adopter writes it. */
const adopter = `
import { ConnectChat, ConnectChatError, ConnectChatEvent, type ErrorCode, type PublicEntry, type PublicState, type Strings } from 'connect-chat';

const element: ConnectChat = document.createElement('connect-chat');
element.startChatEndpoint = 'https://start.example/';
element.region = 'eu-west-2';
element.contactAttributes = { plan: 'gold' };
element.startChatHeaders = async () => ({ Authorization: 'Bearer jwt' });
element.startChat = async (request) => ({ ContactId: request.ClientToken });
element.strings = { openChat: 'Ask us' } satisfies Partial<Strings>;
element.transport = { fetch, WebSocket };
element.addEventListener('connect-chat-before-send', (event) => {
  event.detail.text = event.detail.text.trim();
  event.preventDefault();
});
document.addEventListener('connect-chat-message', (event) => {
  const { entry }: { readonly entry: PublicEntry } = event.detail;
  console.log(entry.text.length, event instanceof ConnectChatEvent);
});
const state: PublicState = element.state;
export async function send(): Promise<string | ErrorCode> {
  try {
    return (await element.send('Hello', { contentType: 'text/markdown' })).id;
  } catch (error) {
    if (error instanceof ConnectChatError) return error.code;
    throw error;
  }
}
console.log(state.unread, element.session?.snapshot.entries.length);
`;

const mistakes = `
const element = document.querySelector('connect-chat')!;
export const unread: string = element.state.unread;
element.addEventListener('connect-chat-ended', (event) => event.detail.nothing);
export {};
`;

describe('the packed package', () => {
  let packed: Packed;
  before(async () => {
    packed = await pack();
  });
  after(() => packed.remove());

  const manifest = async (name: string) =>
    JSON.parse(
      await readFile(join(packed.consumer, 'node_modules', name, 'package.json'), 'utf8'),
    ) as Readonly<Record<string, Record<string, unknown>>>;

  /** Type-checks one file of the consumer. */
  async function check(
    name: string,
    source: string,
    options: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    await writeFile(join(packed.consumer, `${name}.ts`), source);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'ES2022',
      lib: ['ES2022', 'DOM'],
      types: [],
    };
    const config = { compilerOptions: { ...compilerOptions, ...options }, files: [`${name}.ts`] };
    await writeFile(join(packed.consumer, `tsconfig.${name}.json`), JSON.stringify(config));
    return run(
      packed.consumer,
      process.execPath,
      resolve('node_modules/typescript/bin/tsc'),
      '-p',
      `tsconfig.${name}.json`,
    );
  }

  it('is imported by Node without a DOM, does nothing, and leaves Node free to end', async () => {
    const program = `
      const chat = await import('connect-chat');
      console.log(JSON.stringify([Object.keys(chat).sort(), 'document' in globalThis, 'window' in globalThis]));`;
    const output = await run(packed.consumer, process.execPath, '--input-type=module', '--eval', program);
    assert.deepEqual(JSON.parse(output), [
      ['ConnectChat', 'ConnectChatError', 'ConnectChatEvent'],
      false,
      false,
    ]);
  });

  it('is imported twice without a word', async () => {
    const program = `await import('connect-chat'); await import('./node_modules/connect-chat/dist/npm/index.js?second');`;
    assert.equal(await run(packed.consumer, process.execPath, '--input-type=module', '--eval', program), '');
  });

  it('brings no browser and no AWS SDK', async () => {
    const modules = await readdir(join(packed.consumer, 'node_modules'), { recursive: true });
    const unwanted =
      /(^|\/)(@aws-sdk|@smithy|@aws-crypto|@sparticuz|puppeteer|puppeteer-core|playwright|playwright-core)(\/|$)/;
    assert.deepEqual(
      modules.filter((path) => unwanted.test(path)),
      [],
    );
  });

  it('brings its dependencies and no others than those', async () => {
    const { dependencies = {} } = await manifest('connect-chat');
    assert.deepEqual(Object.keys(dependencies).sort(), ['dompurify', 'lit', 'marked']);
    const source = await readFile(join(packed.installed, 'dist/npm/index.js'), 'utf8');
    const chunks = await readdir(join(packed.installed, 'dist/npm/chunks'));
    const texts = await Promise.all(
      chunks
        .filter((name) => name.endsWith('.js'))
        .map((name) => readFile(join(packed.installed, 'dist/npm/chunks', name), 'utf8')),
    );
    const imported = [source, ...texts].flatMap((text) =>
      [...text.matchAll(/^(?:import|export)[^'"]*?['"]([^.'"][^'"]*)['"]/gm)].map(([, name = '']) => name),
    );
    const outside = imported.filter((name) => !/^(lit|@lit\/context|marked|dompurify)(\/|$)/.test(name));
    assert.deepEqual(outside, []);
    assert.ok(imported.length > 3);
  });

  it('holds what it needs to be used and redistributed, and no sources or tests', async () => {
    const files = await readdir(packed.installed, { recursive: true });
    for (const name of [
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE',
      'dist/connect-chat.js',
      'dist/connect-chat.iife.js',
      'dist/licences.txt',
    ]) {
      assert.ok(files.includes(name), name);
    }
    assert.deepEqual(
      files.filter((name) => /^(src|components|test|demo)(\/|$)|\.test\./.test(name)),
      [],
    );
  });

  it('names its types first and lets its package.json be read', async () => {
    const { exports = {} } = await manifest('connect-chat');
    assert.deepEqual(Object.keys(exports['.'] as object), ['types', 'default']);
    const program = `console.log(import.meta.resolve('connect-chat/package.json'));`;
    const output = await run(packed.consumer, process.execPath, '--input-type=module', '--eval', program);
    assert.match(output, /connect-chat\/package\.json/);
  });

  for (const [name, options] of [
    ['bundler', { module: 'ESNext', moduleResolution: 'bundler' }],
    ['node16', { module: 'node16', moduleResolution: 'node16' }],
  ] as const) {
    it(`has types that an adopter's program needs (${name})`, async () => {
      assert.equal(await check(`adopter-${name}`, adopter, options), '');
    });
  }

  it('has types that find mistakes', async () => {
    const checking = check('mistakes', `import 'connect-chat';${mistakes}`, {
      module: 'ESNext',
      moduleResolution: 'bundler',
    });
    await assert.rejects(checking, (error: Error) => {
      assert.deepEqual(error.message.match(/TS\d+/g), ['TS2322', 'TS2339']);
      return true;
    });
  });

  it('has no type in reach that comes from elsewhere than its dependencies', async () => {
    const seen = new Set<string>();
    const outside = new Set<string>();
    async function visit(file: string): Promise<void> {
      if (seen.has(file)) return;
      seen.add(file);
      const text = await readFile(file, 'utf8');
      for (const [, name = ''] of text.matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/g)) {
        if (name.startsWith('.')) await visit(resolve(file, '..', name.replace(/\.js$/, '.d.ts')));
        else outside.add(name);
      }
    }
    await visit(join(packed.installed, 'dist/types/src/index.d.ts'));
    assert.deepEqual([...outside], ['lit']);
  });

  it('satisfies publint', async () => {
    await run(packed.consumer, bin('publint'), 'run', packed.tarball, '--strict');
  });

  it('satisfies attw', async () => {
    await run(packed.consumer, bin('attw'), packed.tarball, '--profile', 'esm-only', '--no-color');
  });
});
