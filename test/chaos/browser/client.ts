import type { Stage } from './stage.js';
import { Visitor } from './visitor.js';

/** Somebody's page with a chat, whatever it is made of. */
export interface Client {
  readonly contactId: string;
  /** The person sends `text`; whether it arrives is another matter. */
  say(text: string): Promise<void>;
  /** The messages that the person sees, in order. */
  view(): Promise<readonly string[]>;
}

/** A page with our element. */
export async function openElement(stage: Stage): Promise<Client> {
  const { tab, contactId } = await Visitor.come(stage, 'session');
  return {
    contactId,
    say: async (text) => {
      await tab.send(text, 'method');
    },
    view: async () => (await tab.look()).messages.map(({ text }) => text),
  };
}
