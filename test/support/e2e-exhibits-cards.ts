import { galleryData, orderFormData } from '../../demo/emulator/core/flow/samples/custom-views.js';
import {
  cardsData,
  confirmationData,
  detailData,
  formSteps,
  listData,
} from '../../demo/emulator/core/flow/samples/managed-views.js';
import { productPages } from '../../demo/emulator/core/flow/samples/pickers.js';
import { word, type Exhibit, type Scene } from './e2e-exhibits.js';

const FORM = /"action":"Next".*"FormData":\{/;

/** Pages of one list: the later takes the place of the earlier. */
async function pages({ stage, control, id }: Scene): Promise<void> {
  const filled = JSON.stringify(productPages)
    .replaceAll('{origin}', stage.origin)
    .replaceAll('{reference}', '7');
  const [first, second] = JSON.parse(filled) as readonly Readonly<Record<string, unknown>>[];
  for (const template of [first, second]) if (template) await control.sendInteractive(id, { template });
}

/** Every template, as flows send it and as bots get it wrong. */
export const templates: readonly Exhibit[] = [
  {
    name: 'a list',
    show: word('list'),
    shows: 'Page 1 of 3',
    said: ['Assistant: Which lamp is it about?, 4 options'],
    presses: [['Dome', 'Enter']],
    sends: 'Dome',
    then: 'You chose Dome',
  },
  {
    name: 'a list that wants to be paged',
    show: word('list'),
    shows: 'Page 1 of 3',
    said: ['Assistant: Which lamp is it about?, 4 options'],
    presses: [['More lamps', 'Space']],
    sends: /"action":"SHOW_MORE"/,
    then: 'Loading',
  },
  {
    name: 'a list in place of another',
    show: pages,
    shows: 'Page 2 of 3',
    said: ['Assistant: Which lamp is it about?, 4 options', 'Assistant: Which lamp is it about?, 2 options'],
    presses: [['Globe', 'Enter']],
    sends: 'Globe',
    then: 'You chose Globe',
  },
  {
    name: 'times',
    show: word('time'),
    shows: 'When shall we repair it?',
    said: ['Assistant: When shall we repair it?, 7 options'],
    presses: [
      ['9:00', 'ArrowRight'],
      ['Confirm', 'Enter'],
    ],
    sends: /^\d{4}-\d\d-\d\dT/,
    then: /You chose .+, \d/,
  },
  {
    name: 'a panel',
    show: word('panel'),
    shows: 'How may we help?',
    said: ['Assistant: How may we help?, 4 options'],
    presses: [['Returning a lamp', 'Space']],
    sends: 'Returning a lamp',
    then: 'You chose Returning a lamp',
  },
  {
    name: 'quick replies',
    show: word('quick'),
    shows: 'Did that solve it?',
    said: ['Assistant: Did that solve it?, 3 options'],
    presses: [['Partly', 'Enter']],
    sends: 'Partly, I still have a question',
  },
  {
    name: 'a carousel of panels',
    show: word('carousel'),
    shows: 'Three ways to keep it alight',
    said: ['Assistant: Three ways to keep it alight, 3 options'],
    presses: [['Take For life', 'Enter']],
    sends: /Take For life/,
    then: /You chose .*Take For life/,
  },
  {
    name: 'a carousel of lists',
    show: word('vertical carousel'),
    shows: 'By room',
    said: ['Assistant: By room, 2 options'],
    presses: [
      ['Next card', 'Enter'],
      ['Fold', 'Enter'],
    ],
    sends: /Fold/,
    then: /You chose .*Fold/,
  },
  {
    name: 'texts that are folded',
    show: word('long template'),
    shows: 'A short one',
    said: ['Assistant: This lamp was made to be mended at the kitchen table.'],
    presses: [
      ['Read more', 'Enter'],
      ['A short one', 'Enter'],
    ],
    sends: 'A short one',
  },
  {
    name: 'a picture that is missing',
    show: word('broken image'),
    shows: 'A lamp that nobody has drawn',
    said: ['Assistant: The picture is missing, 1 option'],
    presses: [['Never mind', 'Enter']],
    sends: 'Never mind',
  },
  {
    name: 'a template that nobody knows',
    show: word('unknown template'),
    shows: 'A form for another channel',
    said: ['Assistant: A form for another channel'],
    presses: [['Write a message', '=Sam', 'Enter']],
    sends: 'Sam',
  },
  {
    name: 'a template that is no JSON',
    show: word('bad template'),
    shows: 'Which lamp?',
    said: ['Assistant: Which lamp?'],
    presses: [['Arc', 'Enter']],
    sends: 'Arc',
  },
  {
    name: 'odd templates',
    show: word('odd templates'),
    shows: 'Pick a number',
    said: [
      'Assistant: How many stars?, 3 options',
      'Assistant: Something is wrong here',
      'Assistant: This message can’t be shown here. Please write your answer.',
      'Assistant: Pick a number, 14 options',
    ],
    presses: [['Number 14', 'Enter']],
    sends: 'Number 14',
  },
];

const view =
  (viewId: string, viewData: Readonly<Record<string, unknown>> | string, expired = false): Exhibit['show'] =>
  ({ control, id }) =>
    control.sendView(id, { viewId, viewData, expired });

/** Every view (step-by-step guide). */
export const views: readonly Exhibit[] = [
  {
    name: 'a detail',
    show: view('detail', detailData),
    shows: 'Leave it with the neighbour',
    said: ['Assistant: Your order H-20417'],
    presses: [['Change the day', 'Enter']],
    sends: /Change the day/,
    then: 'Your order H-20417Change the day',
  },
  {
    name: 'a list of things',
    show: view('list', listData),
    shows: 'Dome pendant',
    said: ['Assistant: Your orders'],
    presses: [['Dome pendant', 'Space']],
    sends: /"action":"ActionSelected".*H-19802|H-19802/,
  },
  {
    name: 'a confirmation',
    show: view('confirmation', confirmationData),
    shows: 'Your return is on its way',
    said: ['Assistant: Your return is on its way'],
    presses: [['Done', 'Enter']],
    sends: /"action":"Next"/,
  },
  {
    name: 'cards, one of which is opened',
    show: view('cards', cardsData),
    shows: 'It stays dark',
    said: ['Assistant: What went wrong?'],
    presses: [
      ['It buzzes', 'Enter'],
      ['Send me a dimmer', 'Enter'],
    ],
    sends: /Send me a dimmer/,
  },
  {
    name: 'a form, first sent with a field left out',
    show: view('form', formSteps[0]),
    shows: 'Your order',
    said: ['Assistant: Return a lamp'],
    presses: [
      ['E-mail', '=sam@example.com'],
      ['Go on', 'Enter'],
      // Which is where the problem has led.
      ['Reason', '=It'],
      ['Go on', 'Enter'],
    ],
    sends: FORM,
    then: 'Form sent',
  },
  {
    name: 'the last step of a form',
    show: view('form', formSteps[1]),
    shows: 'Please choose a day after today.',
    said: ['Assistant: Return a lamp'],
    presses: [
      ['Day', '=01012099'],
      ['Anything else', '=No'],
      ['My card', 'ArrowDown'],
      ['Send', 'Enter'],
    ],
    sends: /"day":"2099-01-01".*"note":"No".*"voucher"/,
    then: 'Form sent',
  },
  {
    name: 'a view of the shop’s own',
    show: view('order-form', orderFormData),
    shows: 'Which order is it?',
    said: ['Assistant: Next step'],
    presses: [
      ['What is wrong with it?', '=It hums'],
      ['Send', 'Enter'],
    ],
    sends: /It hums/,
  },
  {
    name: 'every component of a view',
    show: view('gallery', galleryData),
    shows: 'More about the lamp',
    said: ['Assistant: Next step'],
    presses: [
      ['More about the lamp', 'Enter'],
      ['Name', '=Sam'],
      ['Send', 'Enter'],
    ],
    sends: /"name":"Sam"/,
  },
  {
    name: 'a view that has expired',
    show: view('form', formSteps[0], true),
    shows: 'This step has expired',
    said: ['Assistant: Return a lamp'],
    presses: [['Write a message', '=again', 'Enter']],
    sends: /again/,
  },
];
