import { expect } from '@open-wc/testing';
import { button, mountView, part, type MountedView, type ViewParts } from '../../support/view-cards.js';
import { nextFrame } from '../../support/message-list.js';
import { useTokens } from '../../support/tokens.js';

/** Mounts a view in a list of this width, in px. */
async function mountWide(inlineSize: number, parts: ViewParts): Promise<MountedView> {
  const mounted = await mountView(parts);
  mounted.list.parentElement!.style.inlineSize = `${inlineSize}px`;
  await nextFrame();
  return mounted;
}

const columns = (...Columns: readonly string[]): ViewParts => ({
  head: { Configuration: { Layout: { Columns } } },
  body: ['Left', 'Right', 'Below'],
});

const spansOf = ({ card }: MountedView) =>
  [...card.shadowRoot!.querySelectorAll('.cell')].map((cell) => getComputedStyle(cell).gridColumnStart);

describe('a view', () => {
  before(useTokens);

  it('is laid out by columns of twelve where there is room', async () => {
    expect(spansOf(await mountWide(720, columns('8', '4')))).to.deep.equal(['span 8', 'span 4', 'span 8']);
  });

  it('has two columns of one size in the usual panel, and all else below each other', async () => {
    expect(spansOf(await mountWide(400, columns('6', '6')))).to.deep.equal(['span 6', 'span 6', 'span 6']);
    expect(spansOf(await mountWide(400, columns('10', '2')))).to.deep.equal([
      'span 12',
      'span 12',
      'span 12',
    ]);
  });

  it('has one column where it is narrow', async () => {
    const spans = new Set(spansOf(await mountWide(280, columns('6', '6'))));
    expect([...spans]).to.deep.equal(['span 12']);
  });

  it('breaks no word of a button', async () => {
    const labels = ['Back', 'Cancel', 'Previous', 'Send'];
    const Items = labels.map((Label) => ({ Label, Action: Label }));
    const mounted = await mountWide(400, {
      body: [{ _id: 'b', Type: 'ButtonGroup', Props: { Items }, Content: [] }],
      actions: labels,
    });
    for (const label of labels) {
      const words = button(mounted, label).querySelector('bdi')!;
      expect(words.getClientRects().length, label).to.equal(1);
    }
  });

  it('keeps the focus when the last rows of a table have come', async () => {
    const Items = Array.from({ length: 40 }, (_, index) => [`Lamp ${String(index)}`]);
    const mounted = await mountWide(400, {
      body: [{ _id: 't', Type: 'Table', Props: { Name: 't', Columns: ['Lamp'], Items }, Content: [] }],
    });
    const rows = () => mounted.card.shadowRoot!.querySelectorAll('tbody tr').length;
    for (let before = 0; rows() < Items.length; before = rows()) {
      expect(rows()).to.be.greaterThan(before);
      const more = button(mounted, 'Show more');
      more.focus();
      more.click();
      await mounted.card.updateComplete;
      await nextFrame();
    }
    expect(mounted.card.shadowRoot!.activeElement).to.equal(part(mounted, '.table'));
  });
});
