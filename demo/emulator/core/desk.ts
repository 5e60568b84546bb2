import type { AfterAgent, Contact, Participant } from './contact.js';
import type { Conversations } from './conversations.js';
import type { Random } from './ports.js';
import type { Item } from './wire.js';

/** The agent's side of a contact, for a person at the console and for the scripted agent alike. */
export class Desk {
  readonly #conversations: Conversations;
  readonly #random: Random;

  constructor(conversations: Conversations, random: Random) {
    this.#conversations = conversations;
    this.#random = random;
  }

  /** An agent takes the contact. */
  join(contact: Contact, displayName: string): Participant {
    const agent: Participant = { id: this.#random.id(), role: 'AGENT', displayName, state: 'invited' };
    contact.flow?.agentJoined(agent);
    this.#conversations.queue(contact, 'agent');
    this.#conversations.join(contact, agent);
    return agent;
  }

  /** A supervisor joins the agent and the customer. */
  bargeIn(contact: Contact, displayName: string): Item | undefined {
    const supervisor: Participant = {
      id: this.#random.id(),
      role: 'SUPERVISOR',
      displayName,
      state: 'invited',
    };
    return this.#conversations.join(contact, supervisor);
  }

  /** The agent or the supervisor writes. */
  say(contact: Contact, agent: Participant, content: string, contentType = 'text/plain'): Item {
    this.#acted(contact, agent);
    return this.#conversations.publish(
      contact,
      this.#conversations.composeMessage(contact, agent, contentType, content),
    );
  }

  /** The agent or the supervisor types. */
  type(contact: Contact, agent: Participant): Item {
    this.#acted(contact, agent);
    return this.#conversations.publish(contact, this.#conversations.composeTyping(contact, agent));
  }

  /** The agent or the supervisor leaves; the contact goes on without. A contact that is to have a survey has it now. */
  leave(contact: Contact, agent: Participant, next?: 'flow' | 'survey'): Item {
    const left = this.#depart(contact, agent);
    const usual = contact.attributes.survey === 'true' ? 'survey' : 'flow';
    if (agent.role === 'AGENT') this.#freed(contact, next ?? usual);
    return left;
  }

  /** Hands the contact on under a new contact id: to a named agent, or back to waiting for one. */
  transfer(contact: Contact, agent: Participant, displayName?: string): Item {
    const item = this.#conversations.publish(
      contact,
      this.#conversations.composeEvent(contact, 'transfer.succeeded'),
    );
    this.#depart(contact, agent);
    contact.moveTo(this.#random.id());
    if (displayName === undefined) this.#freed(contact, 'queue');
    else this.join(contact, displayName);
    return item;
  }

  /** A participant shows a sign of the chat timers, such as `participant.idle`. */
  signal(contact: Contact, participant: Participant, suffix: string): Item {
    return this.#conversations.publish(
      contact,
      this.#conversations.composeEvent(contact, suffix, participant),
    );
  }

  /** Confirms a customer's message on behalf of `recipient`. */
  confirm(contact: Contact, recipient: Participant, message: Item, kind: 'delivered' | 'read'): void {
    const record = this.#conversations.composeReceipt(contact, message, recipient, kind);
    this.#conversations.deliver(contact, record);
  }

  #acted(contact: Contact, agent: Participant): void {
    if (agent.role === 'AGENT') contact.flow?.agentActed(agent);
  }

  #depart(contact: Contact, agent: Participant): Item {
    const left = this.#conversations.composeLeft(contact, agent);
    this.#conversations.deliver(contact, left);
    return left;
  }

  #freed(contact: Contact, next: AfterAgent): void {
    if (contact.agent) return; // Another agent is still here.
    this.#conversations.queue(contact, next === 'queue' ? 'waiting' : 'none');
    contact.flow?.agentLeft(next);
  }
}
