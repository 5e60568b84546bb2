import { strict as assert } from 'node:assert';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { createControl } from '../../../demo/emulator/control-client.js';
import type { EmulatorEndpoints } from '../../../demo/emulator/server.js';
import { until } from './until.js';

interface Run {
  readonly child: ChildProcess;
  output: string;
  errors: string;
  /** The exit code, once it has ended. */
  code: number | null | undefined;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/emulator/cli.ts', ...args]);
  const result: Run = { child, output: '', errors: '', code: undefined };
  child.stdout.on('data', (data: Buffer) => (result.output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (result.errors += data.toString()));
  child.on('exit', (code) => (result.code = code));
  return result;
}

const slowStartMs = 30_000;

describe('npm run emulator', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`prints one JSON line, starts a chat through its back end, and stops on ${signal}`, async () => {
      const emulator = run('--port', '0');
      await until('the line', () => emulator.output.includes('\n'), slowStartMs);
      const endpoints = JSON.parse(emulator.output) as EmulatorEndpoints;
      const names = [
        'participantEndpoint',
        'connectEndpoint',
        'startChatEndpoint',
        'authEndpoint',
        'controlEndpoint',
      ];
      assert.deepEqual(Object.keys(endpoints), names);
      const reply = await fetch(endpoints.startChatEndpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ParticipantDetails: { DisplayName: 'Jane' } }),
      });
      assert.equal(reply.status, 200);
      emulator.child.kill(signal);
      assert.equal(
        await until('the end', () =>
          emulator.code === undefined ? undefined : `code ${String(emulator.code)}`,
        ),
        'code 0',
      );
      assert.equal(emulator.output.trimEnd().split('\n').length, 1);
    });
  }

  it('runs faster, repeatably and on a clock that can be moved if asked', async () => {
    const starts: unknown[] = [];
    for (let runs = 0; runs < 2; runs += 1) {
      const emulator = run('--speed', '20', '--seed', '7', '--clock', 'manual-offset');
      await until('the line', () => emulator.output.includes('\n'), slowStartMs);
      const { controlEndpoint } = JSON.parse(emulator.output) as EmulatorEndpoints;
      const control = createControl(controlEndpoint);
      const { ContactId } = await control.startContact();
      starts.push(ContactId);
      await control.advanceClock((5 * 60_000) / 20);
      assert.equal((await control.contact(ContactId)).status, 'ended');
      emulator.child.kill();
      await until('the end', () => emulator.code !== undefined);
    }
    assert.equal(starts[0], starts[1]);
  });

  it('reports a busy port and what it cannot use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    assert(typeof address === 'object' && address);
    for (const [option, value, message] of [
      ['--port', String(address.port), /busy.*--port/],
      ['--port', 'many', /--port takes a number/],
      ['--speed', '0', /--speed takes a number/],
      ['--seed', 'luck', /--seed takes a whole number/],
      ['--clock', 'sundial', /--clock takes/],
    ] as const) {
      const emulator = run(option, value);
      assert.equal(await until('the end', () => emulator.code ?? undefined, slowStartMs), 1);
      assert.match(emulator.errors, message);
      assert.equal(emulator.output, '');
    }
    taken.close();
  });
});
