import type { FaultRequest } from '../control-types.js';
import type { SignInOutcome } from '../sign-in/sign-ins.js';
import type { SampleFile } from './samples/files.js';

/** How a message is said. Whatever a contact does not take is sent as plain text. */
type Saying = 'text/plain' | 'text/markdown' | 'application/json';

/** One thing a speaker does. Steps are played in order, each after a moment of typing. */
export type Step =
  /** Says a message; `{name}` stands for the customer's name. */
  | { readonly say: string; readonly contentType?: Saying }
  /** Streams one message in chunks, as a generative bot does. */
  | { readonly stream: readonly string[]; readonly contentType?: Saying }
  /** Shows a template, or a text in the place of one. See `fill` for what stands in braces. */
  | { readonly interactive: object | string }
  /** Shows a view of the library. */
  | { readonly view: string; readonly data: object | string; readonly expired?: true }
  /** Sends a file, and what the scanner finds. */
  | { readonly file: SampleFile; readonly scan?: 'REJECTED' | 'IN_PROGRESS' }
  | ActionStep;

/** A step that does something rather than say it. */
export type ActionStep =
  /** Puts the customer in the queue for an agent. */
  | { readonly action: 'hand-over' }
  /** Runs the disconnect flow, with or without a question at its end, then ends the chat. */
  | { readonly action: 'disconnect' | 'survey' }
  /** Ends the chat at once; the disconnect flow ends with it. */
  | { readonly action: 'end' }
  /** Asks the customer to sign in; with an outcome, the sign-in ends so by itself. */
  | { readonly action: 'sign-in'; readonly outcome?: SignInOutcome }
  /** Lets something go wrong in this contact alone. */
  | { readonly action: 'fault'; readonly fault: FaultRequest };

/** What is answered when the customer's message contains one of the words. The first fitting entry counts. */
export interface Answer {
  /** Words, or phrases of several. */
  readonly words: readonly string[];
  /** Whether the message must be nothing but the word: for words that people also use in sentences. */
  readonly alone?: true;
  readonly steps: readonly Step[];
}

/** What one speaker says. */
export interface Speaker {
  readonly name: string;
  readonly greeting: readonly Step[];
  readonly answers: readonly Answer[];
  readonly fallback: readonly Step[];
}

/** A whole scripted contact. */
export interface FlowScript {
  readonly bot: Speaker;
  readonly agent: Speaker;
  /** What is said of a file once the scanner has seen it; `{file}` stands for its name. */
  readonly files: { readonly approved: readonly Step[]; readonly rejected: readonly Step[] };
  /** What is said when a sign-in is over. */
  readonly signIn: Readonly<Record<SignInOutcome, readonly Step[]>>;
  /** What the bot says when an agent has left and the customer is still there. */
  readonly afterAgent: readonly Step[];
  /** What is asked before the end when a survey is wanted, one question after the other, and what is said to the last answer. */
  readonly survey: { readonly questions: readonly (readonly Step[])[]; readonly thanks: readonly Step[] };
  /** Lists with more than one page, by the beginning of their reference. */
  readonly pages: Readonly<Record<string, readonly object[]>>;
  /** Forms with more than one step, by the view's id; each step's data names it in its `Wizard`. */
  readonly forms: Readonly<Record<string, readonly FormStep[]>>;
  /** What is said between the decision to end and the end. */
  readonly disconnect: readonly Step[];
}

/** The data of one step of a form. */
export interface FormStep {
  readonly Wizard: { readonly Selected: string };
}
