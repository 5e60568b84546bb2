/**
 * The interactive templates of a flow or a bot as they are shown (Amazon Connect administrator guide, "Add interactive
 * messages to chat"). Texts may be `''`; counts and lengths are whatever was sent.
 */
export type Template = Picker | TimePicker | Carousel;

/** A picture from elsewhere. */
export interface Picture {
  /** Absolute: `https:`, or the page's own origin. */
  readonly src: string;
  /** `''` if nothing was said of it. */
  readonly alt: string;
}

/** What every template begins with. */
export interface Heading {
  readonly title: string;
  readonly subtitle: string;
  readonly picture?: Picture;
  /** What is said once there is an answer. */
  readonly reply?: Pick<Heading, 'title' | 'subtitle' | 'picture'>;
  /** A later template with the same reference takes the place of this one. Never `''`. */
  readonly referenceId?: string;
}

/** One line of a picker. Its title is the answer. */
export interface Choice {
  readonly kind: 'choice';
  readonly title: string;
  readonly subtitle: string;
  readonly picture?: Picture;
}

/** Where a link of a template opens. */
export type LinkTarget = '_blank' | '_self' | '_parent' | '_top';

/** One line of a picker that leads elsewhere, and answers nothing. */
export interface LinkOption extends Omit<Choice, 'kind'> {
  readonly kind: 'link';
  /** Absent where the address is none that may be followed. */
  readonly href?: string;
}

/** What asks the flow for other options, by the name that goes over the wire. */
export type PageAction = 'SHOW_MORE' | 'PREVIOUS_OPTIONS';

/** A way to options that are not here. */
export interface Page {
  readonly action: PageAction;
  readonly title: string;
}

/** A list of options. */
export interface Picker extends Heading {
  readonly type: 'ListPicker' | 'Panel' | 'QuickReply';
  readonly options: readonly (Choice | LinkOption)[];
  /** At most one each way, the way back first. */
  readonly pages: readonly Page[];
  /** What the flow wants back with a page's action, as it was sent. */
  readonly cursor: Readonly<Record<'listId' | 'preIndex' | 'nextIndex' | 'referenceId', unknown>>;
  readonly target: LinkTarget;
}

/** One time on offer. */
export interface Slot {
  /** As it was sent: the answer. */
  readonly date: string;
  /** Epoch milliseconds; absent where `date` is no date. */
  readonly time?: number;
  /** How long it takes, where that was said. */
  readonly minutes?: number;
}

/** Times to choose from. */
export interface TimePicker extends Heading {
  readonly type: 'TimePicker';
  /** In the order of time; what is no date comes last. */
  readonly slots: readonly Slot[];
  /** Of the place from UTC, in minutes. Without it the times are the customer's own. */
  readonly offsetMinutes?: number;
  /** Where it is. */
  readonly place: string;
}

/** A picker among others. */
export interface CarouselCard extends Picker {
  readonly templateIdentifier: string;
}

/** Pickers side by side, of which one is answered. */
export interface Carousel extends Heading {
  readonly type: 'Carousel';
  readonly cards: readonly CarouselCard[];
  readonly vertical: boolean;
  /** The customer's own bubble shows what they chose without the title of the card. */
  readonly titleOmitted: boolean;
}

/** Whether there is anything in `template` to answer with: one that only informs or leads elsewhere stays as it is. */
export function isAnswerable(template: Template): boolean {
  switch (template.type) {
    case 'TimePicker':
      return template.slots.length > 0;
    case 'Carousel':
      return template.cards.some(isAnswerable);
    default:
      return template.pages.length > 0 || template.options.some(({ kind }) => kind === 'choice');
  }
}

/** How many things there are to choose from: options, times or cards. */
export function countOf(template: Template): number {
  switch (template.type) {
    case 'TimePicker':
      return template.slots.length;
    case 'Carousel':
      return template.cards.length;
    default:
      return template.options.length;
  }
}
