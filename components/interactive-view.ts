import type { PageAction, Picker } from '../src/content/interactive/template.js';
import type { InteractiveStrings } from '../src/i18n/interactive-strings.js';
import type { Strings } from '../src/i18n/strings.js';

/** All words that an interactive message is shown with. */
export type CardStrings = Strings & InteractiveStrings;

/** What the templates of a card are made with, and what they can ask for. */
export interface CardView {
  readonly strings: CardStrings;
  /** BCP 47 tag. */
  readonly locale: string;
  /** Addresses of pictures that could not be shown. */
  readonly broken: ReadonlySet<string>;
  /** Names of the long texts that are shown in full. */
  readonly expanded: ReadonlySet<string>;
  /** The page that has been asked for. */
  readonly loading: PageAction | undefined;
  /** Sends the choice of an option. */
  choose(picker: Picker, title: string, event: Event): void;
  /** Asks for other options. */
  turn(picker: Picker, action: PageAction, event: Event): void;
  /** Shows a long text in full, or no longer. */
  expand(name: string): void;
  /** A picture could not be shown. */
  breakPicture(src: string): void;
}

/** Asks for an answer to be sent as it is. */
export class CardAnswerEvent extends CustomEvent<{ readonly text: string; readonly contentType: string }> {
  constructor(text: string, contentType: string) {
    super('card-answer', { detail: { text, contentType } });
  }
}
