import assert from 'node:assert/strict';
import { until } from '../demo/emulator/until.js';
import type { ChatView } from './e2e-chat.js';
import type { Control } from './e2e-control.js';

/** The words of all messages as they stand in the log. */
export const shown = (chat: ChatView): Promise<readonly string[]> =>
  chat
    .messages()
    .locator('[part~=bubble]')
    .evaluateAll((all) => all.map((one) => one.textContent.trim()));

/** The words of all messages as the service has them, or those of one side. */
export async function kept(control: Control, id: string, role?: string): Promise<readonly unknown[]> {
  const { transcript } = await control.contact(id);
  return transcript
    .filter(({ Type, ParticipantRole }) => Type === 'MESSAGE' && (!role || ParticipantRole === role))
    .map(({ Content }) => Content);
}

/** Waits until the customer's messages are `expected` at the service, once each and in order, and whatever is there shows in the log as well. */
export async function agree(
  chat: ChatView,
  control: Control,
  id: string,
  expected: readonly string[],
): Promise<void> {
  await until('every message at the service', async () => {
    const all = await kept(control, id, 'CUSTOMER');
    return expected.every((text) => all.includes(text));
  });
  assert.deepEqual(await kept(control, id, 'CUSTOMER'), expected);
  const truth = await kept(control, id);
  await until('every message in the log', async () => (await shown(chat)).length >= truth.length);
  assert.deepEqual(await shown(chat), truth);
}

/** Fails when the service was asked twice to do the same although it had done it: each client token has one success at the most. */
export async function assertOnceEach(control: Control, id: string): Promise<void> {
  const { requests } = await control.contact(id);
  const done = requests
    .filter(({ operation, status }) => operation === 'SendMessage' && status === 200)
    .map(({ body }) => String(body['ClientToken']));
  assert.deepEqual(done, [...new Set(done)]);
}

/** The milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round(performance.now() - begun);
}
