import type { Attachment } from '../attachments.js';
import type { AfterAgent, Contact, ContactFlow, Participant } from '../contact.js';
import { interactiveType } from '../interactive.js';
import type { ServiceParts } from '../service-parts.js';
import type { SignInOutcome } from '../sign-in/sign-ins.js';
import { Timers } from '../timers.js';
import type { Item } from '../wire.js';
import { act } from './act.js';
import { replyTo } from './reply.js';
import { fill } from './fill.js';
import { Player } from './player.js';
import { confirmOver, unconfirmed } from './receipts.js';
import type { ActionStep, Step } from './step.js';

/** Runs the script in one contact: bot, queue, scripted agent, disconnect flow. */
export class Flow implements ContactFlow {
  readonly #contact: Contact;
  readonly #parts: ServiceParts;
  readonly #player: Player;
  readonly #timers: Timers;
  readonly #bot: Participant;
  #scriptedAgent: Participant | undefined;
  /** Which question of the survey waits for its answer. */
  #question: number | undefined;

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
    this.#player = new Player(contact, parts, (step) => {
      this.#perform(step);
    });
  }

  /** Lets the bot greet the customer. */
  start(): void {
    this.#parts.conversations.queue(this.#contact, 'bot');
    this.#botSays(this.#parts.script.bot.greeting);
  }

  customerSaid(message: Item): void {
    const { script } = this.#parts;
    if (this.#question !== undefined) {
      this.#timers.clear();
      this.#ask(this.#question + 1);
      return;
    }
    if (this.#contact.status !== 'active') return;
    this.#confirm(message);
    const shown = this.#contact.transcript.items.findLast(
      ({ ContentType, ParticipantRole }) => ContentType === interactiveType && ParticipantRole !== 'CUSTOMER',
    );
    this.#answer(replyTo(message, shown, script, this.#scriptedAgent ? script.agent : script.bot));
  }

  customerAttached(item: Item, { status, name: file }: Attachment): void {
    if (this.#contact.status !== 'active') return;
    if (status === 'IN_PROGRESS') {
      this.#confirm(item);
      return;
    }
    const { approved, rejected } = this.#parts.script.files;
    this.#answer(fill(status === 'REJECTED' ? rejected : approved, { file }));
  }

  signInSettled(outcome: SignInOutcome): void {
    if (this.#contact.status === 'active') this.#answer(this.#parts.script.signIn[outcome]);
  }

  customerLeft(): void {
    const contact = this.#contact;
    if (contact.status === 'ending') this.#parts.conversations.end(contact);
    if (contact.status !== 'active') return;
    this.stop();
    this.#disconnect(contact.keepsCustomer || contact.attributes.survey === 'true');
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
    for (const message of unconfirmed(this.#contact, 'delivered'))
      desk.confirm(this.#contact, agent, message, 'delivered');
  }

  agentActed(agent: Participant): void {
    for (const message of unconfirmed(this.#contact, 'read'))
      this.#parts.desk.confirm(this.#contact, agent, message, 'read');
  }

  agentLeft(next: AfterAgent): void {
    this.#scriptedAgent = undefined;
    this.stop();
    if (next === 'queue') {
      this.#wait();
      return;
    }
    if (next === 'survey') {
      this.#disconnect(true);
      return;
    }
    this.#parts.conversations.queue(this.#contact, 'bot');
    this.#botSays(this.#parts.script.afterAgent);
  }

  stop(): void {
    this.#timers.clear();
    this.#player.stop();
  }

  #perform(step: ActionStep): void {
    switch (step.action) {
      case 'hand-over':
        this.#wait();
        return;
      case 'disconnect':
      case 'survey':
        this.#disconnect(step.action === 'survey');
        return;
      case 'end':
        this.#parts.conversations.end(this.#contact);
        return;
      default:
        act(this.#parts, this.#timers, this.#contact, step);
    }
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

  #disconnect(withSurvey: boolean): void {
    this.#contact.status = 'ending';
    if (withSurvey) this.#ask(0);
    else this.#close();
  }

  /** Asks a question of the survey. The answer may take its time, but not for ever. */
  #ask(index: number): void {
    const { script, timings } = this.#parts;
    const question = script.survey.questions[index];
    if (!question) {
      this.#close(script.survey.thanks);
      return;
    }
    this.#question = index;
    this.#botSays(question);
    this.#timers.after(timings.surveyMs, () => {
      this.#close();
    });
  }

  #close(lastWords: readonly Step[] = []): void {
    this.#question = undefined;
    this.#botSays([...lastWords, ...this.#parts.script.disconnect, { action: 'end' }]);
  }

  /** Delivered, then read, by whoever has the customer. A person at the console reads by answering. */
  #confirm(message: Item): void {
    const contact = this.#contact;
    const human = contact.agent && contact.agent !== this.#scriptedAgent ? contact.agent : undefined;
    if (!human && contact.queue === 'waiting') return;
    const reader = human ?? this.#scriptedAgent ?? this.#bot;
    confirmOver(this.#parts, this.#timers, contact, message, reader, !human);
  }
}
