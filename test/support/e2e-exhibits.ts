import type { Control } from '../../demo/emulator/control-client.js';
import type { ChatView } from './e2e-chat.js';
import type { Stage } from './e2e-stage.js';

/** A chat in which something is shown. */
export interface Scene {
  readonly stage: Stage;
  readonly control: Control;
  readonly chat: ChatView;
  /** Of the contact. */
  readonly id: string;
}

/**
 * The beginning of a control's name, and what is done once Tab has led to it: keys by their names (`Enter`), or, after `=`, words that are typed.
 */
export type Press = readonly [name: string, ...keys: readonly string[]];

/** One thing that a chat can show. */
export interface Exhibit {
  readonly name: string;
  readonly show: (scene: Scene) => Promise<unknown>;
  /** What stands in the conversation, or among the files that wait, once it is there. */
  readonly shows: string | RegExp;
  /** How each sentence begins that the announcer says of it, in order. */
  readonly said: readonly string[];
  /** How it is answered. */
  readonly presses?: readonly Press[];
  /** What the service gets then: the content of a message, or an operation. */
  readonly sends?: string | RegExp;
  /** What the customer sees then. */
  readonly then?: string | RegExp;
}

/** Shows what the emulator's script shows to a word. */
export const word =
  (name: string): Exhibit['show'] =>
  ({ control, id }) =>
    control.show(id, name);
