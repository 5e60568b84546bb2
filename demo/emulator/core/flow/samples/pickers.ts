/** A list with pictures, a link and more than one page. `{reference}` is one id per list, so that its pages replace each other. */
export const productPages: readonly object[] = [
  listPage(1, [
    lamp('Arc', 'Floor lamp, 4 290 kr', 'arc', 'A tall lamp that bends over a chair'),
    lamp('Dome', 'Pendant, 2 450 kr', 'dome', 'A round pendant lamp'),
    lamp('Stem', 'Table lamp, 1 890 kr', 'stem', 'A table lamp on a thin stem'),
    { title: 'Read about our guarantee', type: 'hyperlink', url: 'https://example.com/guarantee' },
    { title: 'More lamps', actionDetail: 'SHOW_MORE' },
  ]),
  listPage(2, [
    lamp('Globe', 'Opal glass, 1 690 kr', 'globe', 'A lamp like a small moon'),
    lamp('Fold', 'Reading lamp, 2 190 kr', 'fold', 'A lamp with two joints'),
    { title: 'Earlier lamps', actionDetail: 'PREVIOUS_OPTIONS' },
    { title: 'More lamps', actionDetail: 'SHOW_MORE' },
  ]),
  listPage(3, [
    lamp('Sill', 'Wall light, 1 290 kr', 'sill', 'A small light on a wall'),
    { title: 'None of these' },
    { title: 'Earlier lamps', actionDetail: 'PREVIOUS_OPTIONS' },
  ]),
];

function lamp(title: string, subtitle: string, picture: string, imageDescription: string): object {
  return {
    title,
    subtitle,
    imageType: 'URL',
    imageData: `{origin}/pages/pictures/${picture}.svg`,
    imageDescription,
  };
}

function listPage(page: number, elements: readonly object[]): object {
  return {
    templateType: 'ListPicker',
    version: '1.0',
    data: {
      replyMessage: {
        title: 'Thank you',
        subtitle: 'We look for it.',
        imageType: 'URL',
        imageData: '{origin}/pages/pictures/favicon.svg',
        imageDescription: 'Halden',
      },
      content: {
        title: 'Which lamp is it about?',
        subtitle: `Page ${String(page)} of 3`,
        imageType: 'URL',
        imageData: '{origin}/pages/pictures/evening.svg',
        imageDescription: 'A lamp over a table at dusk',
        multiSelect: false,
        targetForLinks: '_blank',
        referenceId: 'products-{reference}',
        listId: 'lamps',
        preIndex: page - 1,
        nextIndex: page + 1,
        elements,
      },
    },
  };
}

/** Visits at a place with a zone of its own. */
export const timePicker: object = {
  templateType: 'TimePicker',
  version: '1.0',
  data: {
    replyMessage: { title: 'Booked' },
    content: {
      title: 'When shall we repair it?',
      subtitle: 'One hour each, in our workshop',
      timeZoneOffset: 60,
      location: { latitude: 59.92, longitude: 10.76, title: 'Workshop, Markveien 35, Oslo', radius: 5 },
      timeslots: ['1}T08:00', '1}T09:30', '1}T13:00', '2}T08:00', '2}T23:30', '3}T10:00', '6}T14:30'].map(
        (time) => ({ date: `{day+${time}+00:00`, duration: 60 }),
      ),
    },
  },
};

/** Calls, in whatever zone the customer is. */
export const callPicker: object = {
  templateType: 'TimePicker',
  version: '1.0',
  data: {
    content: {
      title: 'When may we call you?',
      timeslots: [
        { date: '{day+1}T12:00+00:00', duration: 15 },
        { date: '{day+1}T18:00+00:00', duration: 15 },
        { date: '{day+2}T12:00+00:00', duration: 15 },
      ],
    },
  },
};

/** One picture at the top, a few choices below. */
export const panel: object = {
  templateType: 'Panel',
  version: '1.0',
  data: {
    replyMessage: { title: 'Thank you' },
    content: {
      title: 'How may we help?',
      subtitle: 'Choose one',
      imageType: 'URL',
      imageData: '{origin}/pages/pictures/evening.svg',
      imageDescription: 'A lamp over a table at dusk',
      referenceId: 'help-{reference}',
      listId: 'topics',
      preIndex: 0,
      nextIndex: 2,
      targetForLinks: '_blank',
      elements: [
        { title: 'A delivery' },
        { title: 'A repair' },
        { title: 'Returning a lamp' },
        { title: 'Opening hours', type: 'hyperlink', url: 'https://example.com/hours' },
      ],
    },
  },
};

/** A question with two answers. */
export const quickReply: object = {
  templateType: 'QuickReply',
  version: '1.0',
  data: {
    replyMessage: { title: 'Thank you' },
    content: {
      title: 'Did that solve it?',
      elements: [{ title: 'Yes' }, { title: 'No' }, { title: 'Partly, I still have a question' }],
    },
  },
};

/** What is asked before a chat closes. */
export const survey: object = {
  templateType: 'QuickReply',
  version: '1.0',
  data: {
    content: {
      title: 'How was it to talk to us?',
      elements: [{ title: 'Very good' }, { title: 'Good' }, { title: 'Not so good' }],
    },
  },
};
