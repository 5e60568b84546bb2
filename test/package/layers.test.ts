import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { ESLint } from 'eslint';

/** The rules that hold the layers apart. */
const layerRules = new Set([
  'no-restricted-imports',
  'no-restricted-globals',
  'no-restricted-properties',
  'no-restricted-syntax',
]);

/** Each line breaks a rule of the layer that its file belongs to. The file's own text is not read. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  'src/engine/backoff.ts': [
    `import '../transport/wire.js';`,
    `import type { Clock } from '../platform/clock.js';`,
    `import { html } from 'lit';`,
    `export * from '../events.js';`,
    `await import('../transport/wire.js');`,
    `await import('lit');`,
    `const name = './state.js'; await import(name);`,
    `let clock: import('../platform/clock.js').Clock;`,
    `await fetch('/');`,
    `new WebSocket('wss://example');`,
    `Date.now();`,
    `new Date();`,
    `crypto.getRandomValues(new Uint8Array(1));`,
    `setTimeout(() => undefined, 1);`,
    `setInterval(() => undefined, 1);`,
    `queueMicrotask(() => undefined);`,
    `Math.random();`,
    `performance.now();`,
    `localStorage.clear();`,
    `document.title;`,
    `globalThis.fetch;`,
  ],
  'src/transport/wire.ts': [
    `import { LitElement } from 'lit';`,
    `import '../engine/session.js';`,
    `import '../../components/panel.js';`,
    `await import('../engine/session.js');`,
  ],
  'src/platform/clock.ts': [
    `import '../transport/wire.js';`,
    `import '../engine/session.js';`,
    `await import('../engine/session.js');`,
  ],
  'src/content/markdown.ts': [`import { html } from 'lit';`, `import '../engine/types.js';`],
  'src/controllers/system-line.ts': [`import '../transport/wire.js';`, `import '../platform/clock.js';`],
  'components/panel.ts': [
    `import '../src/transport/wire.js';`,
    `import '../src/platform/clock.js';`,
    `import '../src/engine/session.js';`,
    `import '../src/connect-chat.js';`,
    `await import('../src/transport/wire.js');`,
  ],
  'src/connect-chat.ts': [`import '../demo/start.js';`],
  'demo/emulator/core/emulator.ts': [
    `import 'node:fs';`,
    `import 'fs';`,
    `import 'ws';`,
    `import '@hono/node-server';`,
    `import '../server.js';`,
    `import './../server.js';`,
    `import type { RunningEmulator } from '../server.js';`,
    `await import('node:fs');`,
    `await import('../server.js');`,
    `import '../../../src/engine/types.js';`,
    `import '../../../components/panel.js';`,
    `document.title;`,
    `Date.now();`,
    `setTimeout(() => undefined, 1);`,
    `crypto.randomUUID();`,
    `Math.random();`,
  ],
  'demo/emulator/core/flow/flow.ts': [`import '../../server.js';`, `import '../../../../src/index.js';`],
  'demo/emulator/server.ts': [
    `import '../../src/engine/types.js';`,
    `await import('../../components/panel.js');`,
  ],
};

/** What each layer is there to do. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/engine/backoff.ts': [`import type { Timings } from './types.js';`],
  'src/transport/wire.ts': [`import type { Failure } from '../engine/types.js';`, `fetch('/');`],
  'components/panel.ts': [
    `import { html } from 'lit';`,
    `import type { Entry } from '../src/engine/types.js';`,
  ],
  'src/connect-chat.ts': [`import '../components/launcher.js';`, `import './transport/wire.js';`],
  'src/platform/lazy-tabs.ts': [`await import('./tabs.js');`],
  'demo/emulator/core/emulator.ts': [`import './wire.js';`, `import { Hono } from 'hono';`],
  'demo/emulator/core/flow/flow.ts': [`import '../contact.js';`, `import { cors } from 'hono/cors';`],
  'demo/emulator/server.ts': [`import 'node:http';`, `import './core/emulator.js';`],
};

describe('the layer rules', () => {
  let eslint: ESLint;
  before(() => {
    eslint = new ESLint();
  });

  async function broken(filePath: string, code: string): Promise<readonly string[]> {
    const [result] = await eslint.lintText(`${code}\n`, { filePath });
    assert.ok(result);
    assert.deepEqual(
      result.messages.filter(({ fatal }) => fatal),
      [],
    );
    return result.messages.flatMap(({ ruleId }) => (ruleId && layerRules.has(ruleId) ? [ruleId] : []));
  }

  for (const [filePath, lines] of Object.entries(forbidden)) {
    for (const line of lines) {
      it(`forbid in ${filePath}: ${line}`, async () => {
        assert.equal((await broken(filePath, line)).length, 1);
      });
    }
  }

  for (const [filePath, lines] of Object.entries(allowed)) {
    for (const line of lines) {
      it(`allow in ${filePath}: ${line}`, async () => {
        assert.deepEqual(await broken(filePath, line), []);
      });
    }
  }
});
