import type { Contact, Participant } from '../contact.js';
import type { ServiceParts } from '../service-parts.js';
import { Timers } from '../timers.js';
import { fill } from './fill.js';
import { blanksOf, show } from './show.js';
import type { ActionStep, Step } from './step.js';

type Saying = Extract<Step, { say: string }>;
type Streaming = Extract<Step, { stream: readonly string[] }>;

/** One step, with who takes it and how long that speaker types first. */
interface Turn {
  readonly step: Step;
  readonly speaker: Participant;
  readonly typingMs: number;
}

/** Plays steps one after the other, at a human pace. What an action step means is the flow's business. */
export class Player {
  readonly #contact: Contact;
  readonly #parts: ServiceParts;
  readonly #timers: Timers;
  readonly #perform: (step: ActionStep) => void;
  #turns: Turn[] = [];
  #isPlaying = false;
  /** Completes a streamed message at once, so that none stays half said. */
  #finishStream: (() => void) | undefined;

  constructor(contact: Contact, parts: ServiceParts, perform: (step: ActionStep) => void) {
    this.#contact = contact;
    this.#parts = parts;
    this.#timers = new Timers(parts.clock);
    this.#perform = perform;
  }

  /** Adds steps to what is being played. */
  play(speaker: Participant, typingMs: number, steps: readonly Step[]): void {
    this.#turns.push(...steps.map((step) => ({ step, speaker, typingMs })));
    if (!this.#isPlaying) this.#next();
  }

  /** Drops everything not yet played. */
  stop(): void {
    this.#timers.clear();
    this.#turns = [];
    this.#isPlaying = false;
    this.#finishStream?.();
  }

  #next(): void {
    const turn = this.#turns.shift();
    this.#isPlaying = turn !== undefined;
    if (!turn) return;
    const { step, speaker, typingMs } = turn;
    if ('action' in step) {
      this.#perform(step);
      this.#next();
      return;
    }
    const { conversations, random } = this.#parts;
    conversations.publish(this.#contact, conversations.composeTyping(this.#contact, speaker));
    // People and models never take the same time twice: a quarter less to a quarter more.
    const paceMs = typingMs * (0.75 + random.next() / 2);
    this.#timers.after(paceMs, () => {
      if ('say' in step) this.#say(speaker, step);
      else if ('stream' in step) this.#stream(speaker, step);
      else {
        show(this.#parts, this.#contact, speaker, step);
        this.#next();
      }
    });
  }

  #say(speaker: Participant, step: Saying): void {
    const { conversations } = this.#parts;
    const content = fill(step.say, blanksOf(this.#parts, this.#contact));
    conversations.publish(
      this.#contact,
      conversations.composeMessage(this.#contact, speaker, this.#contentType(step), content),
    );
    this.#next();
  }

  #stream(speaker: Participant, step: Streaming): void {
    const { conversations, timings } = this.#parts;
    const full = step.stream.join('');
    const first = conversations.composeMessage(this.#contact, speaker, this.#contentType(step), full);
    const send = (content: string, number: number, isLast: boolean): void => {
      conversations.publish(this.#contact, {
        ...first,
        AbsoluteTime: number === 1 ? first.AbsoluteTime : this.#contact.stamp(),
        Content: content,
        MessageMetadata: { ChunkNumber: number, MessageCompleted: isLast },
      });
    };
    let sent = 0;
    const finish = (): void => {
      this.#finishStream = undefined;
      send(full, sent + 1, true);
    };
    const advance = (): void => {
      const chunk = step.stream[sent];
      if (chunk === undefined) {
        finish();
        this.#next();
        return;
      }
      sent += 1;
      send(chunk, sent, false);
      this.#timers.after(timings.streamChunkMs, advance);
    };
    this.#finishStream = finish;
    advance();
  }

  #contentType({ contentType = 'text/plain' }: Saying | Streaming): string {
    return this.#contact.supportedContentTypes.includes(contentType) ? contentType : 'text/plain';
  }
}
