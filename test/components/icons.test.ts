import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { icon } from '../../components/icons.js';
import { moreIcon } from '../../components/more-icons.js';
import foundation from '../../components/foundation.styles.js';

describe('icon', () => {
  it('is decoration', async () => {
    const svg = await fixture(icon('send'));
    expect(svg.getAttribute('aria-hidden')).to.equal('true');
    await expect(svg).to.be.accessible();
  });

  it('is as large as it is asked to be', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [foundation.styleSheet!];
    for (const size of [14, 16, 20, 24] as const) {
      root.replaceChildren(await fixture(icon('check', size)));
      expect(root.firstElementChild!.getBoundingClientRect().width).to.equal(size);
    }
  });

  it('turns round in right-to-left text only if it points along the line', async () => {
    const directional = async (drawn: TemplateResult) =>
      (await fixture(drawn)).classList.contains('icon--directional');
    const along = [icon('chat'), moreIcon('external')];
    const still = [icon('checks'), icon('clock'), icon('send'), icon('down'), moreIcon('close')];
    expect(await Promise.all(along.map(directional))).to.not.include(false);
    expect(await Promise.all(still.map(directional))).to.not.include(true);
  });
});
