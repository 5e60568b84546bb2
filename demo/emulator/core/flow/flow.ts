import type { Attachment } from '../attachments.js';
import type { Contact, ContactFlow, Participant } from '../contact.js';
import type { ServiceParts } from '../service-parts.js';
import type { SignInOutcome } from '../sign-in/sign-ins.js';
import { Timers } from '../timers.js';
import type { Item, Receipt } from '../wire.js';
import { Player } from './player.js';
import type { Speaker, Step } from './script.js';

/** Runs the script in one contact: bot, queue, scripted agent, disconnect flow. */
export class Flow implements ContactFlow {
  readonly #contact: Contact;
  readonly #parts: ServiceParts;
  readonly #player: Player;
  readonly #timers: Timers;
  readonly #bot: Participant;
  #scriptedAgent: Participant | undefined;

  constructor(contact: Contact, parts: ServiceParts) {
    this.#contact = contact;
    this.#parts = parts;
    this.#timers = new Timers(parts.clock);
    this.#bot = {
      id: parts.random.id(),
      role: 'SYSTEM',
      displayName: parts.script.bot.name,
      state: 'connected',
    };
    contact.participants.push(this.#bot);
    this.#player = new Player(contact, parts, (action) => {
      if (action === 'hand-over') this.#wait();
      else if (action === 'disconnect') this.#disconnect();
      else parts.conversations.end(contact);
    });
  }

  /** Lets the bot greet the customer. */
  start(): void {
    this.#parts.conversations.queue(this.#contact, 'bot');
    this.#botSays(this.#parts.script.bot.greeting);
  }

  customerSaid(message: Item): void {
    if (this.#contact.status !== 'active') return;
    this.#confirm(message);
    const { script } = this.#parts;
    const text = typeof message.Content === 'string' ? message.Content : '';
    this.#answer(answerTo(this.#scriptedAgent ? script.agent : script.bot, text));
  }

  customerAttached(item: Item, { status, name }: Attachment): void {
    if (this.#contact.status !== 'active') return;
    if (status === 'IN_PROGRESS') {
      this.#confirm(item);
      return;
    }
    const { approved, rejected } = this.#parts.script.files;
    const steps = status === 'REJECTED' ? rejected : approved;
    this.#answer(
      steps.map((step) => ('say' in step ? { ...step, say: step.say.replaceAll('{file}', name) } : step)),
    );
  }

  signInSettled(outcome: SignInOutcome): void {
    if (this.#contact.status === 'active') this.#answer(this.#parts.script.signIn[outcome]);
  }

  customerLeft(): void {
    if (this.#contact.status !== 'active') return;
    this.stop();
    this.#disconnect();
  }

  agentJoined(agent: Participant): void {
    this.stop();
    const { desk, conversations } = this.#parts;
    // A person takes over from the scripted agent rather than joining a conference with it.
    if (this.#scriptedAgent && this.#scriptedAgent !== agent) {
      const left = conversations.composeLeft(this.#contact, this.#scriptedAgent);
      conversations.deliver(this.#contact, left);
      this.#scriptedAgent = undefined;
    }
    for (const message of this.#unconfirmed('delivered'))
      desk.confirm(this.#contact, agent, message, 'delivered');
  }

  agentActed(agent: Participant): void {
    for (const message of this.#unconfirmed('read'))
      this.#parts.desk.confirm(this.#contact, agent, message, 'read');
  }

  agentLeft(waiting: boolean): void {
    this.#scriptedAgent = undefined;
    this.stop();
    if (waiting) {
      this.#wait();
      return;
    }
    this.#parts.conversations.queue(this.#contact, 'bot');
    this.#botSays(this.#parts.script.afterAgent);
  }

  stop(): void {
    this.#timers.clear();
    this.#player.stop();
  }

  /** Lets whoever of the script has the customer take these steps; a person at the console answers for themself. */
  #answer(steps: readonly Step[]): void {
    if (this.#scriptedAgent) {
      this.#player.play(this.#scriptedAgent, this.#parts.timings.agentTypingMs, steps);
    } else if (this.#contact.queue === 'bot') {
      this.#botSays(steps);
    }
  }

  #botSays(steps: readonly Step[]): void {
    this.#player.play(this.#bot, this.#parts.timings.botTypingMs, steps);
  }

  #wait(): void {
    const { conversations, desk, script, timings } = this.#parts;
    conversations.queue(this.#contact, 'waiting');
    this.#timers.after(timings.handOverWaitMs, () => {
      const agent = desk.join(this.#contact, script.agent.name);
      this.#scriptedAgent = agent;
      this.#player.play(agent, timings.agentTypingMs, script.agent.greeting);
    });
  }

  #disconnect(): void {
    const { script, timings } = this.#parts;
    this.#contact.status = 'ending';
    this.#player.play(this.#bot, timings.botTypingMs, [...script.disconnect, { action: 'end' }]);
  }

  /** Delivered, then read, by whoever has the customer. A person at the console reads by answering. */
  #confirm(message: Item): void {
    const { desk, timings } = this.#parts;
    const contact = this.#contact;
    const human = contact.agent && contact.agent !== this.#scriptedAgent ? contact.agent : undefined;
    if (!human && contact.queue === 'waiting') return;
    const reader = human ?? this.#scriptedAgent ?? this.#bot;
    const confirm = (kind: 'delivered' | 'read') => (): void => {
      const current = contact.transcript.find(message.Id);
      if (current && contact.status !== 'ended') desk.confirm(contact, reader, current, kind);
    };
    this.#timers.after(timings.deliveredMs, confirm('delivered'));
    if (!human) this.#timers.after(timings.readMs, confirm('read'));
  }

  /** The customer's messages that nobody has yet confirmed in this way. */
  #unconfirmed(kind: 'delivered' | 'read'): readonly Item[] {
    return this.#contact.transcript.items.filter((item) => {
      if (item.Type === 'EVENT' || item.ParticipantRole !== 'CUSTOMER') return false;
      const metadata = item.MessageMetadata as { readonly Receipts?: readonly Receipt[] } | undefined;
      const receipts = metadata?.Receipts ?? [];
      return !receipts.some(({ ReadTimestamp }) => kind === 'delivered' || ReadTimestamp !== undefined);
    });
  }
}

function answerTo(speaker: Speaker, text: string): readonly Step[] {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return (
    speaker.answers.find((answer) => answer.words.some((word) => words.has(word)))?.steps ?? speaker.fallback
  );
}
