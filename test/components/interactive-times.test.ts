import { expect } from '@open-wc/testing';
import { timeContent, type Content } from '../fixtures/interactive-templates.js';
import { show, wordsOf, type Shown } from '../support/interactive.js';
import { settled } from '../support/message-list.js';

async function times(content: Content = timeContent): Promise<Shown> {
  await import('../../components/time-slots.js');
  return show('TimePicker', content);
}

const slots = ({ all }: Shown) => all('[role="radio"]');
const confirm = ({ all }: Shown) => all('.button--primary')[0]!;
const checked = (shown: Shown) => slots(shown).map((slot) => slot.getAttribute('aria-checked') === 'true');

function press(key: string, target: Element): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
}

async function choose(shown: Shown, index: number): Promise<void> {
  slots(shown)[index]!.click();
  await settled(shown.list);
}

describe('a time picker', () => {
  it('groups the times by day, in the zone of the place', async () => {
    const shown = await times();
    expect(wordsOf(shown.all('.day-label'))).to.deep.equal(['Tuesday 1 December', 'Thursday 3 December']);
    expect(wordsOf(slots(shown))).to.deep.equal(['09:00', '10:30', '00:30']);
    expect(wordsOf(shown.all('.fact'))).to.deep.equal(['Oslo', '60 mins', 'Times are in Oslo (GMT+1).']);
    expect(shown.card().getAttribute('aria-label')).to.equal(
      'Choose a repair visit, One hour each, 3 options',
    );
    expect(shown.all('[role="radiogroup"]')[0]!.getAttribute('aria-label')).to.equal('Choose a repair visit');
    expect(slots(shown)[1]!.getAttribute('aria-label')).to.equal('10:30, Tuesday 1 December, 60 mins');
  });

  it('groups them in the customer’s zone where none is named', async () => {
    const { timeZoneOffset: _, ...content } = timeContent;
    const shown = await times({ ...content, location: undefined });
    // The tests run at UTC+5:45.
    expect(wordsOf(shown.all('.day-label'))).to.deep.equal(['Tuesday 1 December', 'Thursday 3 December']);
    expect(wordsOf(slots(shown))).to.deep.equal(['13:45', '15:15', '05:15']);
    expect(wordsOf(shown.all('.fact'))).to.include('Times are in your time zone (Nepal Time).');
  });

  it('names the zone alone where the place has no name', async () => {
    const shown = await times({ ...timeContent, location: undefined });
    expect(wordsOf(shown.all('.fact'))).to.deep.equal(['60 mins', 'Times are in GMT+1.']);
  });

  it('stays as it is laid out when the longest of times is chosen', async () => {
    const shown = await times();
    shown.list.locale = 'en-US';
    shown.list.parentElement!.style.inlineSize = '320px';
    await settled(shown.list);
    const sizes = () => slots(shown).map(({ offsetWidth, offsetHeight }) => [offsetWidth, offsetHeight]);
    const before = sizes();
    expect(before.map(([, height]) => height)).to.deep.equal([44, 44, 44]);
    await choose(shown, 2);
    expect(wordsOf(slots(shown))[2]).to.equal('12:30 AM');
    expect(sizes()).to.deep.equal(before);
  });

  it('sends the date of the slot as it came, once it is confirmed', async () => {
    const shown = await times();
    expect([wordsOf([confirm(shown)])[0], confirm(shown).getAttribute('aria-disabled')]).to.deep.equal([
      'Choose a time',
      'true',
    ]);
    confirm(shown).click();
    await choose(shown, 1);
    expect(shown.sent).to.deep.equal([]);
    expect(checked(shown)).to.deep.equal([false, true, false]);
    expect(wordsOf([confirm(shown)])).to.deep.equal(['Confirm Tue 1 Dec, 10:30']);
    confirm(shown).click();
    expect(shown.sent).to.deep.equal([['2026-12-01T09:30+00:00', 'text/plain']]);
  });

  for (const date of ['2026-12-01T09:30+01:00', '2026-12-01T09:30:00Z', 'whenever you like']) {
    it(`sends ${date} as it came`, async () => {
      const shown = await times({ title: 'T', timeslots: [{ date }] });
      await choose(shown, 0);
      confirm(shown).click();
      expect(shown.sent).to.deep.equal([[date, 'text/plain']]);
    });
  }

  it('says how long each takes where they differ', async () => {
    const timeslots = [30, 45].map((duration) => ({ date: `2026-12-01T09:${duration}+00:00`, duration }));
    const shown = await times({ ...timeContent, timeslots });
    expect(wordsOf(shown.all('.slot-length'))).to.deep.equal(['30 mins', '45 mins']);
  });

  it('is one tab stop, and arrows choose', async () => {
    const shown = await times();
    const stops = () => slots(shown).map(({ tabIndex }) => tabIndex);
    expect(stops()).to.deep.equal([0, -1, -1]);
    slots(shown)[0]!.focus();
    press('ArrowDown', slots(shown)[0]!);
    await settled(shown.list);
    expect([checked(shown), stops()]).to.deep.equal([
      [false, true, false],
      [-1, 0, -1],
    ]);
    press('ArrowLeft', slots(shown)[1]!);
    press('ArrowUp', slots(shown)[0]!);
    await settled(shown.list);
    expect(checked(shown)).to.deep.equal([false, false, true]);
  });

  it('goes the way of the words with left and right', async () => {
    const shown = await times();
    shown.list.dir = 'rtl';
    press('ArrowLeft', slots(shown)[0]!);
    await settled(shown.list);
    expect(checked(shown)).to.deep.equal([false, true, false]);
  });

  it('shows forty times by pages of days', async () => {
    const timeslots = Array.from({ length: 40 }, (_, index) => ({
      date: `2026-12-${String(1 + Math.floor(index / 4)).padStart(2, '0')}T${String(8 + (index % 4)).padStart(2, '0')}:00+00:00`,
    }));
    const shown = await times({ title: 'T', timeZoneOffset: 0, timeslots });
    const [earlier, later] = shown.all('.foot button');
    expect(slots(shown)).to.have.length(8);
    expect(earlier!.getAttribute('aria-disabled')).to.equal('true');
    expect(wordsOf(shown.all('.note'))).to.deep.equal(['1 Dec – 2 Dec']);
    await choose(shown, 0);
    for (let page = 1; page < 5; page += 1) {
      later!.click();
      await settled(shown.list);
    }
    expect(wordsOf(shown.all('.note'))).to.deep.equal(['9 Dec – 10 Dec']);
    expect(later!.getAttribute('aria-disabled')).to.equal('true');
    // What was chosen stays chosen, and can be confirmed from any page.
    confirm(shown).click();
    expect(shown.sent).to.deep.equal([['2026-12-01T08:00+00:00', 'text/plain']]);
  });

  it('with no times is what there is to read', async () => {
    const shown = await times({ title: 'Nothing is free', timeslots: [] });
    expect(wordsOf(shown.all('.card-title'))).to.deep.equal(['Nothing is free']);
    expect(shown.all('button')).to.deep.equal([]);
  });
});
