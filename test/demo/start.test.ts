import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../demo/start.ts', import.meta.url));
const running: ChildProcess[] = [];
after(() => running.forEach((child) => child.kill('SIGKILL')));

/** Runs the demo as `npm start` does; the promises resolve with all that it wrote when it ends. */
function run(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return { child, out: text(child.stdout), err: text(child.stderr), exit: once(child, 'exit') };
}

/** The address in the line that says that the demo is ready. */
async function ready(child: ChildProcess): Promise<string> {
  assert.ok(child.stdout);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const [, url] = /(http:\/\/127\.0\.0\.1:\d+\/)/.exec(line.toString()) ?? [];
  assert.ok(url, line.toString());
  return url;
}

describe('npm start', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`says one line with the address, serves everything there, and stops on ${signal}`, async () => {
      const { child, out, err, exit } = run('--port', '0');
      const url = await ready(child);
      for (const path of ['', 'inline', 'agent', 'control/contacts']) {
        const response = await fetch(new URL(path, url));
        assert.equal(response.status, 200, path);
        await response.arrayBuffer();
      }
      const started = await fetch(new URL('start-chat', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ParticipantDetails: { DisplayName: 'Ada' } }),
      });
      assert.equal(started.status, 200);
      const events = await fetch(new URL('control/events', url)); // Still open when the signal comes.

      child.kill(signal);
      assert.deepEqual(await exit, [0, null]);
      await assert.rejects(events.text());
      assert.equal((await out).trim().split('\n').length, 1);
      assert.equal(await err, '');
    });
  }

  it('says that a port is busy and how to choose another', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const port = String((holder.address() as AddressInfo).port);
    const { out, err, exit } = run('--port', port);
    assert.deepEqual(await exit, [1, null]);
    holder.close();
    assert.equal(await out, '');
    assert.match(await err, new RegExp(`${port}.*busy.*--port`));
    assert.doesNotMatch(await err, /at .*\.ts/);
  });

  for (const port of ['eighty', '-1', '65536', '']) {
    it(`refuses --port=${port} with the way to write it`, async () => {
      const { err, exit } = run(`--port=${port}`);
      assert.deepEqual(await exit, [1, null]);
      assert.match(await err, /Usage: npm start/);
    });
  }
});
