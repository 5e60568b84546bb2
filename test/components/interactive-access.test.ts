import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { templates } from '../fixtures/interactive-templates.js';
import { baseTime, ownEntry } from '../support/entries.js';
import { interactive, showEntries, type Shown } from '../support/interactive.js';
import { logOf, message } from '../support/message-list.js';
import { focused } from '../support/mount-panel.js';

const answer = ownEntry({ key: 'x', text: 'Delivery', time: baseTime + 60_000 });

async function showing(type: string): Promise<Shown> {
  await Promise.all([import('../../components/carousel.js'), import('../../components/time-slots.js')]);
  return showEntries([interactive('card', templates[type]!)]);
}

describe('interactive messages', () => {
  for (const [type, template] of Object.entries(templates)) {
    it(`are accessible: ${type}`, async () => {
      const shown = await showing(type);
      await expect(shown.list).to.be.accessible();
      await shown.set(interactive('card', template), answer);
      await expect(shown.list).to.be.accessible();
    });

    it(`are called by title and number of choices: ${type}`, async () => {
      const shown = await showing(type);
      const article = message(shown.list, 'card');
      const [, body = ''] = article.getAttribute('aria-labelledby')!.split(' ');
      expect(body).to.equal(shown.card().id);
      expect(shown.card().getAttribute('aria-label')).to.match(/, \d options$/);
    });

    it(`are entered with Enter, and left with Escape: ${type}`, async () => {
      const shown = await showing(type);
      logOf(shown.list).focus();
      await sendKeys({ press: 'ArrowUp' });
      expect(focused()).to.equal(message(shown.list, 'card'));
      await sendKeys({ press: 'Enter' });
      expect(shown.card().matches(':focus-within')).to.equal(true);
      expect(shown.sent).to.deep.equal([]);
      await sendKeys({ press: 'Escape' });
      expect(focused()).to.equal(message(shown.list, 'card'));
    });
  }

  for (const type of ['ListPicker', 'Panel', 'QuickReply']) {
    it(`are answered with Enter, and keep the focus in the conversation: ${type}`, async () => {
      const shown = await showing(type);
      message(shown.list, 'card').focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Enter' });
      expect(shown.sent).to.have.length(1);
      await shown.set(
        interactive('card', templates[type]!),
        ownEntry({ ...answer, text: shown.sent[0]![0] }),
      );
      expect(focused()).to.equal(message(shown.list, 'card'));
    });
  }

  it('have times chosen and confirmed by keys alone', async () => {
    const shown = await showing('TimePicker');
    message(shown.list, 'card').focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(shown.sent).to.deep.equal([['2026-12-01T09:30+00:00', 'text/plain']]);
  });

  it('have their cards gone through by keys alone', async () => {
    const shown = await showing('Carousel');
    message(shown.list, 'card').focus();
    const seen: string[] = [];
    await sendKeys({ press: 'Tab' });
    for (let step = 0; step < 7; step += 1) {
      seen.push(focused()?.getAttribute('aria-label') ?? focused()?.textContent.trim() ?? '');
      await sendKeys({ press: 'Tab' });
    }
    expect(seen.slice(0, 6)).to.deep.equal([
      'Previous card',
      'Next card',
      'Take Basic',
      'Take Plus',
      'Details',
      'Repair it',
    ]);
  });

  it('never put the focus into a field', async () => {
    const shown = await showing('QuickReply');
    shown.all('.reply')[0]!.focus();
    shown.all('.reply')[0]!.click();
    await shown.set(interactive('card', templates.QuickReply!), ownEntry({ ...answer, text: 'Yes' }));
    expect(focused()!.matches('input, textarea, [contenteditable]')).to.equal(false);
    expect(focused()).to.equal(message(shown.list, 'card'));
  });
});
