/** What bots get wrong, by what is wrong with it. Each should show its title or its text, and none should show nothing. */
export const brokenTemplates: Readonly<Record<string, object | string>> = {
  /** As a Python program prints it rather than as JSON. */
  pythonStyle:
    "{'templateType': 'ListPicker', 'version': '1.0', 'data': {'content': {'title': 'Which lamp?', 'elements': [{'title': 'Arc'}]}}}",
  /** Of a kind that is made for another channel. */
  unknownType: {
    templateType: 'AppleForm',
    version: '1.0',
    data: {
      content: {
        title: 'A form for another channel',
        subtitle: 'It cannot be shown here',
        pages: [{ pageType: 'Input', title: 'Your order' }],
        showSummary: true,
        splashPage: { header: 'Welcome' },
      },
    },
  },
  /** With a member that only somebody's fork knows. */
  forkOnly: {
    templateType: 'QuickReply',
    version: '1.0',
    data: {
      content: {
        title: 'How many stars?',
        displayStyle: 'rating',
        elements: [{ title: '1' }, { title: '3' }, { title: '5' }],
      },
    },
  },
  /** With members of the wrong types. */
  wrongTypes: {
    templateType: 'Panel',
    version: 1,
    data: { content: { title: 'Something is wrong here', elements: 'none', imageData: 7 } },
  },
  /** Without anything in it. */
  empty: {},
  /** With more choices than the documents allow: to be shown all the same. */
  tooMany: {
    templateType: 'QuickReply',
    version: '1.0',
    data: {
      content: {
        title: 'Pick a number',
        elements: Array.from({ length: 14 }, (_, index) => ({ title: `Number ${String(index + 1)}` })),
      },
    },
  },
};

const sentence = 'This lamp was made to be mended at the kitchen table. ';

/** Texts as long as they may be, which want to be folded. */
export const longTemplate: object = {
  templateType: 'ListPicker',
  version: '1.0',
  data: {
    content: {
      title: sentence.repeat(92).trim(),
      subtitle: sentence.repeat(20).trim(),
      elements: [
        { title: sentence.repeat(9).trim(), subtitle: sentence.repeat(12).trim() },
        { title: 'A short one' },
      ],
    },
  },
};

/** A picture that is not there. */
export const brokenImage: object = {
  templateType: 'Panel',
  version: '1.0',
  data: {
    content: {
      title: 'The picture is missing',
      imageType: 'URL',
      imageData: '{origin}/pages/pictures/missing.svg',
      imageDescription: 'A lamp that nobody has drawn',
      elements: [{ title: 'Never mind' }],
    },
  },
};
