import { after, before } from 'node:test';
import {
  startEmulator,
  type EmulatorServerOptions,
  type RunningEmulator,
} from '../../demo/emulator/server.js';
import type { ContactDetail } from '../demo/emulator/harness.js';

/** What StartChatContact and the control API answer for a new contact. */
export interface StartedContact {
  readonly ContactId: string;
  readonly ParticipantId: string;
  readonly ParticipantToken: string;
}

/** The control API of a running emulator, as tests use it. */
export interface Control {
  readonly endpoints: RunningEmulator['endpoints'];
  start(body?: object): Promise<StartedContact>;
  post(path: string, body?: object): Promise<unknown>;
  agent(contactId: string, body: object): Promise<unknown>;
  /** Lets the agent send a file. */
  upload(contactId: string, name: string, content: Uint8Array<ArrayBuffer>): Promise<unknown>;
  detail(contactId: string): Promise<ContactDetail>;
  clearFaults(): Promise<unknown>;
}

/**
 * Runs an emulator for the tests of one file; `beforeClose` may still use it. The returned control can be used once the
 * tests run.
 */
export function useEmulator(options: EmulatorServerOptions = {}, beforeClose?: () => Promise<void>): Control {
  let emulator: RunningEmulator | undefined;
  before(async () => {
    emulator = await startEmulator(options);
  });
  after(async () => {
    await beforeClose?.();
    await emulator?.close();
  });

  const running = (): RunningEmulator => {
    if (!emulator) throw new Error('The emulator runs only within tests.');
    return emulator;
  };
  const request = async (method: string, path: string, body?: object): Promise<unknown> => {
    const content = body instanceof Uint8Array ? body : body && JSON.stringify(body);
    const init = { method, ...(content && { body: content as BodyInit }) };
    const reply = await fetch(running().endpoints.controlEndpoint + path, init);
    if (!reply.ok) throw new Error(`${method} ${path}: ${await reply.text()}`);
    return reply.json();
  };
  return {
    get endpoints() {
      return running().endpoints;
    },
    start: (body) => request('POST', '/contacts', body) as Promise<StartedContact>,
    post: (path, body) => request('POST', path, body),
    agent: (contactId, body) => request('POST', `/contacts/${contactId}/agent`, body),
    upload: (contactId, name, content) =>
      request('POST', `/contacts/${contactId}/attachments?name=${encodeURIComponent(name)}`, content),
    detail: (contactId) => request('GET', `/contacts/${contactId}`) as Promise<ContactDetail>,
    clearFaults: () => request('DELETE', '/faults'),
  };
}
