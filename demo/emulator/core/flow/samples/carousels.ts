const card = (number: number): string => `3f0c6d2e-1c11-4a52-9a3a-00000000000${String(number)}`;

/** Panels side by side, with a link in one of them. */
export const carousel: object = {
  templateType: 'Carousel',
  version: '1.0',
  data: {
    content: {
      title: 'Three ways to keep it alight',
      omitTitleFromCarouselResponse: false,
      carouselIsVertical: false,
      elements: [
        offer(1, 'Basic', 'dome', [{ title: 'Take Basic' }]),
        offer(2, 'Plus', 'globe', [
          { title: 'Take Plus' },
          { title: 'Details', type: 'hyperlink', url: 'https://example.com/plus' },
        ]),
        offer(3, 'For life:', 'arc', [{ title: 'Take For life' }, { title: 'Ask me later' }]),
      ],
    },
  },
};

function offer(number: number, title: string, picture: string, elements: readonly object[]): object {
  return {
    templateIdentifier: card(number),
    templateType: 'Panel',
    version: '1.0',
    data: {
      content: {
        title,
        subtitle: `Plan ${String(number)} of 3`,
        imageType: 'URL',
        imageData: `{origin}/pages/pictures/${picture}.svg`,
        imageDescription: `A lamp for the plan ${title}`,
        elements,
      },
    },
  };
}

/** Lists one below the other, one of which has more to show. */
export const verticalCarousel: object = {
  templateType: 'Carousel',
  version: '1.0',
  data: {
    content: {
      title: 'By room',
      omitTitleFromCarouselResponse: true,
      carouselIsVertical: true,
      elements: [
        room(4, 'Living room', ['Arc', 'Globe']),
        room(5, 'Bedroom', ['Stem', 'Fold'], [{ title: 'More', actionDetail: 'SHOW_MORE' }]),
      ],
    },
  },
};

function room(number: number, title: string, lamps: readonly string[], more: readonly object[] = []): object {
  return {
    templateIdentifier: card(number),
    templateType: 'ListPicker',
    version: '1.0',
    data: {
      content: {
        title,
        listId: title,
        preIndex: 0,
        nextIndex: 2,
        elements: [
          ...lamps.map((lamp) => ({
            title: lamp,
            subtitle: `For the ${title.toLowerCase()}`,
            imageType: 'URL',
            imageData: `{origin}/pages/pictures/${lamp.toLowerCase()}.svg`,
            imageDescription: `The lamp ${lamp}`,
          })),
          ...more,
        ],
      },
    },
  };
}
