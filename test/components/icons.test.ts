import { expect, fixture, html } from '@open-wc/testing';
import { icon } from '../../components/more-icons.js';
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
    const directional = async (name: Parameters<typeof icon>[0]) =>
      (await fixture(icon(name))).classList.contains('icon--directional');
    expect(await Promise.all((['end', 'new', 'chat', 'external'] as const).map(directional))).to.not.include(
      false,
    );
    expect(await Promise.all((['checks', 'clock', 'send', 'down'] as const).map(directional))).to.not.include(
      true,
    );
  });
});
