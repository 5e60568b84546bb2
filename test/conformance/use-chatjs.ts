import { afterEach } from 'node:test';
import type { EmulatorServerOptions } from '../../demo/emulator/server.js';
import { until } from '../demo/emulator/until.js';
import { ChatJsCustomer } from './chatjs-customer.js';
import { useEmulator, type Control } from './emulator.js';

/** A ChatJS customer in a contact of their own. */
export type ChatJsChat = ChatJsCustomer & { readonly id: string };

/** Runs an emulator for the tests of one file, and gives a way to start contacts whose customers run ChatJS. */
export function useChatJs(timings: EmulatorServerOptions['timings'] = {}): {
  readonly control: Control;
  readonly customer: (start?: object) => Promise<ChatJsChat>;
} {
  const chats: ChatJsChat[] = [];
  const control = useEmulator({ timings }, async () => {
    // ChatJS keeps timers running until its chat has ended.
    for (const chat of chats) {
      await control.post(`/contacts/${chat.id}/end`);
      await chat.until('Ended');
    }
  });
  afterEach(() => control.clearFaults());

  const customer = async (start: object = {}): Promise<ChatJsChat> => {
    const started = await control.start(start);
    const chat = await new ChatJsCustomer(control.endpoints.participantEndpoint, started).connect();
    await until(
      'the subscription',
      async () => (await control.detail(started.ContactId)).sockets[0]?.subscribed,
    );
    const customer = Object.assign(chat, { id: started.ContactId });
    chats.push(customer);
    return customer;
  };
  return { control, customer };
}
