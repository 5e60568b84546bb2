/** A file that the script can send. */
export interface SampleFile {
  readonly name: string;
  readonly contentType: string;
  /** The bytes, in base64 where `encoded`, else as text. */
  readonly content: string;
  readonly encoded?: true;
}

/** A picture of a lamp at dusk, 240 by 160 pixels. */
export const picture: SampleFile = {
  name: 'lamp at dusk.png',
  contentType: 'image/png',
  encoded: true,
  content:
    'iVBORw0KGgoAAAANSUhEUgAAAPAAAACgCAMAAAAFBRFXAAAAD1BMVEUmLEL31pbEYkJUPDT68NYvkpwhAAABSUlEQV' +
    'R42u3PwU3DAAAEQe/h/mvmwTcSAiXgeHc6mOP4H+d5HiqFCxcuXLhw4cKFCxcuXLhw4cKFCxcuXLhw4cKFCxcuXLhw' +
    '4cKFCxcu/Df2iO174/HmGm+u8aYa7zu2783Gm2u8ucabaryfsH1vMN5c48013lTj/Zbt+6bjzTXeXONNNd4z2L5vNN' +
    '5c48013lTjPZvte/Hx5hpvrvGmGu+VrhjmlWzfC47BNQbXGFxjcI3BNQbXGGRjWxhcY3CNwTUG1xhcY3CNwTUG1xhk' +
    'Y1sYXGNwjcE1BtcYXGNwjcE1BtcYZGNbGFxjcI3BNQbXGFxjcI3BNQbXGGRjWxhcY3CNwTUG1xhcY3CNwTUG1xhkY1' +
    'sYXGNwjcE1BtcYXGNwjcE1htuOP2QKFy5cuHDhwoULFy5cuHDhwoULFy5cuHDhwoULFy5c+Msnpg+HiRP9J3IAAAAA' +
    'SUVORK5CYII=',
};

/** A short text. */
export const careGuide: SampleFile = {
  name: 'care guide.txt',
  contentType: 'text/plain',
  content: [
    'Caring for your lamp',
    '',
    'Dust the shade with a dry cloth once a month.',
    'Let the bulb cool before you change it.',
    'When it buzzes, write to us: it is the dimmer, and we send a new one.',
    '',
  ].join('\n'),
};

/** A table that the scanner does not like. */
export const priceList: SampleFile = {
  name: 'price list.csv',
  contentType: 'text/csv',
  content: 'lamp,price\nArc,4290\nDome,2450\n',
};
