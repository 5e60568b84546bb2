/** Words of lists, times and carousels. */
export interface InteractiveStrings {
  /** Button for options that follow, where the flow has no words for it. */
  readonly moreOptions: string;
  /** Button for the options before, where the flow has no words for it. */
  readonly previousOptions: string;
  /** The options are on their way. */
  readonly loadingOptions: string;
  /** Shows all of a long text. */
  readonly readMore: string;
  readonly readLess: string;
  /** On a card that the customer has answered in their own words. */
  readonly answered: string;
  /** On a card that cannot be answered any more. */
  readonly notAnswered: string;
  /** Precedes the choice for a screen reader. */
  readonly youChose: string;
  /** Name of a card that has no title. */
  readonly question: string;
  /** Button before a time is chosen. */
  readonly chooseTime: string;
  /** Button that sends the chosen time. `{time}`. */
  readonly confirmTime: string;
  readonly earlierTimes: string;
  readonly laterTimes: string;
  /** `{zone}`. */
  readonly timesAreYours: string;
  /** `{zone}`. */
  readonly timesAreIn: string;
  /** `{place}`, `{zone}`. */
  readonly timesAreAt: string;
  /** What a carousel and its cards are called by a screen reader. */
  readonly carousel: string;
  readonly carouselCard: string;
  readonly previousCard: string;
  readonly nextCard: string;
  /** `{position}`, `{count}`. */
  readonly cardPosition: string;
}

export const interactiveEnglish: InteractiveStrings = {
  moreOptions: 'Show more',
  previousOptions: 'Previous',
  loadingOptions: 'Loading',
  readMore: 'Read more',
  readLess: 'Read less',
  answered: 'Answered',
  notAnswered: 'Not answered',
  youChose: 'You chose',
  question: 'Question',
  chooseTime: 'Choose a time',
  confirmTime: 'Confirm {time}',
  earlierTimes: 'Earlier dates',
  laterTimes: 'Later dates',
  timesAreYours: 'Times are in your time zone ({zone}).',
  timesAreIn: 'Times are in {zone}.',
  timesAreAt: 'Times are in {place} ({zone}).',
  carousel: 'carousel',
  carouselCard: 'card',
  previousCard: 'Previous card',
  nextCard: 'Next card',
  cardPosition: '{position} of {count}',
};
