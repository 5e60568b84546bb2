/** One thing that the script can show. */
export interface MenuEntry {
  /** What the customer writes, and the choice in the menu. */
  readonly title: string;
  readonly subtitle: string;
}

/** All that the script can show, a page of the menu each. Every title is a word of the script. */
export const menuPages: readonly (readonly MenuEntry[])[] = [
  [
    { title: 'List', subtitle: 'Lamps with pictures, a link and three pages' },
    { title: 'Time', subtitle: 'Visits in the time of the workshop' },
    { title: 'Panel', subtitle: 'One picture, a few choices' },
    { title: 'Quick', subtitle: 'A question with short answers' },
    { title: 'Carousel', subtitle: 'Offers side by side' },
    { title: 'Vertical carousel', subtitle: 'Lists one below the other' },
    { title: 'Markdown', subtitle: 'A formatted answer' },
    { title: 'Stream', subtitle: 'A long answer, piece by piece' },
  ],
  [
    { title: 'Form', subtitle: 'A form in two steps' },
    { title: 'Cards', subtitle: 'Cards that open' },
    { title: 'Detail', subtitle: 'An order with two actions' },
    { title: 'List view', subtitle: 'Orders to choose from' },
    { title: 'Confirm', subtitle: 'A confirmation' },
    { title: 'Custom view', subtitle: 'A form of the shop’s own' },
    { title: 'Gallery', subtitle: 'Every component that a view can have' },
    { title: 'Sign in', subtitle: 'At a pretended identity provider' },
  ],
  [
    { title: 'File', subtitle: 'A picture from us' },
    { title: 'Blocked file', subtitle: 'A file that the scanner rejects' },
    { title: 'Unchecked file', subtitle: 'A file that stays with the scanner' },
    { title: 'Block my file', subtitle: 'Your next file will be rejected' },
    { title: 'Fail my upload', subtitle: 'Your next upload will fail twice' },
    { title: 'Slow upload', subtitle: 'Your next uploads take their time' },
    { title: 'Too many files', subtitle: 'Your next file will be one too many' },
    { title: 'Survey', subtitle: 'Ends the chat with two questions' },
  ],
  [
    { title: 'Bad template', subtitle: 'As a Python program prints it' },
    { title: 'Unknown template', subtitle: 'Of a kind for another channel' },
    { title: 'Odd templates', subtitle: 'Wrong types, nothing at all, too many choices' },
    { title: 'Long template', subtitle: 'Texts of 5,000 characters' },
    { title: 'Broken image', subtitle: 'A picture that is not there' },
    { title: 'Expired view', subtitle: 'A view whose token has lapsed' },
    { title: 'Expired sign-in', subtitle: 'A sign-in that nobody waits for' },
    { title: 'Json', subtitle: 'A message for the page itself' },
  ],
];

/** The menu as lists whose pages replace each other. */
export const menuTemplates: readonly object[] = menuPages.map((entries, index) => ({
  templateType: 'ListPicker',
  version: '1.0',
  data: {
    content: {
      title: 'What would you like to see?',
      subtitle: `Choose, or write the word. Page ${String(index + 1)} of ${String(menuPages.length)}`,
      referenceId: 'menu-{reference}',
      listId: 'menu',
      preIndex: index,
      nextIndex: index + 2,
      elements: [
        ...entries,
        ...(index > 0 ? [{ title: 'Back', actionDetail: 'PREVIOUS_OPTIONS' }] : []),
        ...(index + 1 < menuPages.length ? [{ title: 'More', actionDetail: 'SHOW_MORE' }] : []),
      ],
    },
  },
}));
