import type { Contact, Participant } from './contact.js';
import { ControlError } from './control-error.js';
import type { ServiceParts } from './service-parts.js';
import { choice, object, optional, text, validate } from './validate.js';
import type { Item } from './wire.js';

const agentRequest = object({
  action: choice([
    'join',
    'barge-in',
    'message',
    'typing',
    'read',
    'delivered',
    'transfer',
    'idle',
    'return',
    'leave',
  ]),
  displayName: optional(text(1, 256)),
  content: optional(text(1, Infinity)),
  contentType: optional(text(1, 100)),
  messageId: optional(text(1, 256)),
  next: optional(choice(['flow', 'survey'])),
  outcome: optional(choice(['succeeded', 'failed'])),
  participant: optional(choice(['AGENT', 'CUSTOMER', 'SUPERVISOR'])),
});

/** What an agent, or a supervisor, is asked to do. */
export type AgentRequest = ReturnType<typeof agentRequest>;

/**
 * Does what an agent does, and gives back the item that went out, if any.
 *
 * @throws {ControlError} if the contact has ended, or whoever shall act has not joined.
 */
export function actAsAgent(parts: ServiceParts, contact: Contact, body: unknown): Item | undefined {
  const request = validate(agentRequest, body);
  // Not while the disconnect flow runs either: a new agent would keep the contact from ending.
  if (contact.status !== 'active') {
    throw new ControlError(409, 'contact-ended', 'The contact has ended, or is about to.');
  }
  if (request.action === 'join') {
    parts.desk.join(contact, request.displayName ?? 'Agent');
    return contact.transcript.items.at(-1);
  }
  const { agent, supervisor } = contact;
  if (!agent) throw new ControlError(409, 'no-agent', 'No agent has joined this contact.');
  // Only agents can transfer, whoever asks for it.
  const isAgents = request.participant !== 'SUPERVISOR' || request.action === 'transfer';
  if (isAgents) return perform(parts, contact, agent, request);
  if (!supervisor) throw new ControlError(409, 'no-supervisor', 'No supervisor has barged in.');
  return perform(parts, contact, supervisor, request);
}

function perform(
  { desk, conversations }: ServiceParts,
  contact: Contact,
  agent: Participant,
  request: AgentRequest,
): Item | undefined {
  switch (request.action) {
    case 'barge-in':
      return desk.bargeIn(contact, request.displayName ?? 'Supervisor');
    case 'message':
      if (request.content === undefined)
        throw new ControlError(400, 'invalid-request', 'content must be given.');
      return desk.say(contact, agent, request.content, request.contentType);
    case 'typing':
      return desk.type(contact, agent);
    case 'transfer':
      return request.outcome === 'failed'
        ? conversations.publish(contact, conversations.composeEvent(contact, 'transfer.failed'))
        : desk.transfer(contact, agent, request.displayName);
    case 'idle':
    case 'return': {
      const participant = request.participant === 'CUSTOMER' ? contact.customer : agent;
      return desk.signal(
        contact,
        participant,
        request.action === 'idle' ? 'participant.idle' : 'participant.returned',
      );
    }
    case 'leave':
      return desk.leave(contact, agent, request.next);
    default:
      desk.confirm(
        contact,
        agent,
        messageOf(contact, request.messageId),
        request.action === 'read' ? 'read' : 'delivered',
      );
      return undefined;
  }
}

function messageOf(contact: Contact, id: string | undefined): Item {
  const message =
    id === undefined
      ? contact.transcript.items.findLast(
          (item) => item.Type === 'MESSAGE' && item.ParticipantRole === 'CUSTOMER',
        )
      : contact.transcript.find(id);
  if (!message) throw new ControlError(404, 'message-not-found', 'There is no such message.');
  return message;
}
