import { brokenImage, brokenTemplates, longTemplate } from './samples/failures.js';
import { carousel, verticalCarousel } from './samples/carousels.js';
import { galleryData, orderFormData } from './samples/custom-views.js';
import { careGuide, picture, priceList } from './samples/files.js';
import { cardsData, confirmationData, detailData, formSteps, listData } from './samples/managed-views.js';
import { menuPages, menuTemplates } from './samples/menu.js';
import { callPicker, panel, productPages, quickReply, timePicker } from './samples/pickers.js';
import type { Answer, Step } from './step.js';

/** Words that show one thing each. They count only when nothing else is written: they are words of every day. */
const shown: readonly (readonly [words: readonly string[], ...steps: readonly Step[]])[] = [
  [['list view'], { view: 'list', data: listData }],
  [['list', 'list picker'], ...first(productPages)],
  [['time', 'time picker'], { interactive: timePicker }],
  [['call', 'call me'], { interactive: callPicker }],
  [['panel'], { interactive: panel }],
  [['quick', 'quick reply'], { interactive: quickReply }],
  [['vertical carousel'], { interactive: verticalCarousel }],
  [['carousel'], { interactive: carousel }],
  [['form'], { view: 'form', data: formSteps[0] }],
  [['cards'], { view: 'cards', data: cardsData }],
  [['detail'], { view: 'detail', data: detailData }],
  [['confirm', 'confirmation'], { view: 'confirmation', data: confirmationData }],
  [['custom view'], { view: 'order-form', data: orderFormData }],
  [['gallery'], { view: 'gallery', data: galleryData }],
  [['expired view'], { view: 'form', data: formSteps[0], expired: true }],
  [['file', 'attachment'], { file: picture }, { file: careGuide }],
  [['blocked file'], { file: priceList, scan: 'REJECTED' }],
  [['unchecked file'], { file: careGuide, scan: 'IN_PROGRESS' }],
  [
    ['block my file'],
    { action: 'fault', fault: { type: 'scanner', result: 'REJECTED', times: 1 } },
    { say: 'The next file that you send me will be blocked.' },
  ],
  [
    ['fail my upload'],
    { action: 'fault', fault: { type: 'status', operation: 'PutObject', status: 503, times: 2 } },
    { say: 'Your next upload will fail twice. The third try will do.' },
  ],
  [
    ['slow upload'],
    {
      action: 'fault',
      fault: { type: 'bandwidth', operation: 'PutObject', bytesPerSecond: 200_000, times: 5 },
    },
    { say: 'Your next five uploads will be slow.' },
  ],
  [
    ['too many files'],
    { action: 'fault', fault: { type: 'status', operation: 'StartAttachmentUpload', status: 402, times: 1 } },
    { say: 'The next file that you send me will be one too many.' },
  ],
  [
    ['sign in', 'login', 'log in'],
    { say: 'Please sign in, so that I know it is you.' },
    { action: 'sign-in' },
  ],
  [
    ['expired sign in'],
    { say: 'Here is a sign-in that nobody waits for.' },
    { action: 'sign-in', outcome: 'expired' },
  ],
  [['survey'], { say: 'Goodbye, {name}. Two questions before you go.' }, { action: 'survey' }],
  [['bad template'], ...templates('pythonStyle')],
  [['unknown template'], ...templates('unknownType')],
  [['odd templates'], ...templates('forkOnly', 'wrongTypes', 'empty', 'tooMany')],
  [['long template'], { interactive: longTemplate }],
  [['broken image'], { interactive: brokenImage }],
  [
    ['json'],
    {
      contentType: 'application/json',
      say: JSON.stringify({ kind: 'stock', lamp: 'Arc', pieces: 7, text: 'Seven Arc lamps are in stock.' }),
    },
  ],
];

const menuText = [
  'You can write:',
  '',
  ...menuPages.flat().map(({ title, subtitle }) => `- **${title.toLowerCase()}**: ${subtitle}`),
  '- **agent**: A person takes over',
  '- **bye**: The end of the chat',
].join('\n');

/** The answers that show what Amazon Connect can send, and those that list them. */
export const sampleAnswers: readonly Answer[] = [
  { words: ['menu'], alone: true, steps: first(menuTemplates) },
  { words: ['help'], steps: [{ contentType: 'text/markdown', say: menuText }, ...first(menuTemplates)] },
  ...shown.map(([words, ...steps]): Answer => ({ words, steps, alone: true })),
];

function first(pages: readonly object[]): readonly Step[] {
  return pages.slice(0, 1).map((interactive) => ({ interactive }));
}

function templates(...names: readonly string[]): readonly Step[] {
  return names.map((name) => ({ interactive: brokenTemplates[name] ?? name }));
}
