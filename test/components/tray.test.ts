import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../components/tray.js';
import { TrayRemoveEvent, type Tray, type TrayFile } from '../../components/tray.js';
import { english } from '../../src/i18n/strings.js';
import { finishAnimations, useTokens } from '../support/tokens.js';

const receipt: TrayFile = { key: 'a', name: 'receipt.pdf', size: 184_000 };
const setup: TrayFile = { key: 'b', name: 'setup.exe', size: 9, refusal: 'attachment/type-not-allowed' };
const film: TrayFile = { key: 'c', name: 'film.mov', size: 48_000_000, refusal: 'attachment/too-large' };

describe('<connect-chat-tray>', () => {
  let tray: Tray;

  before(useTokens);

  const show = async (...files: readonly TrayFile[]) => {
    tray.files = files;
    await tray.updateComplete;
  };

  beforeEach(async () => {
    tray = await fixture<Tray>(html`<connect-chat-tray locale="en"></connect-chat-tray>`);
    // As whoever holds the files does.
    tray.addEventListener('tray-remove', (event) => {
      if (event instanceof TrayRemoveEvent)
        tray.files = tray.files.filter(({ key }) => key !== event.detail.key);
    });
  });

  const wordsOf = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim();
  const rows = () => [...tray.renderRoot.querySelectorAll('li')];
  const buttons = () => [...tray.renderRoot.querySelectorAll('button')];
  const focused = () => tray.shadowRoot!.activeElement?.getAttribute('aria-label');
  const spoken = () => wordsOf(tray.renderRoot.querySelector('[role=status]'));

  /** Resolves with what is said next. */
  const saying = async () => {
    const before = spoken();
    while (spoken() === before) await new Promise(requestAnimationFrame);
    return spoken();
  };

  it('is accessible', async () => {
    await show(receipt, setup, film);
    finishAnimations();
    await expect(tray).to.be.accessible();
  });

  it('takes no room while it is empty', () => {
    expect(tray.getBoundingClientRect().height).to.equal(0);
  });

  it('shows each file with its size, or with why it cannot be sent', async () => {
    await show(receipt, setup, film);
    expect(rows().map(wordsOf)).to.deep.equal([
      'receipt.pdf Ready to send, 184 KB',
      'setup.exe This kind of file can’t be sent',
      'film.mov 48 MB is over the 20 MB limit',
    ]);
    expect(rows().map((row) => row.classList.contains('attachment--failed'))).to.deep.equal([
      false,
      true,
      true,
    ]);
  });

  it('cuts a long name in its middle, and never its extension', async () => {
    await show({ ...receipt, name: `${'receipt for the lamp that buzzes '.repeat(5)}final.pdf` });
    tray.style.inlineSize = '240px';
    const [start, end] = rows()[0]!.querySelectorAll<HTMLElement>('.attachment-name span');
    expect(end!.textContent).to.match(/\.pdf$/);
    expect(end!.scrollWidth).to.be.at.most(end!.clientWidth + 1);
    expect(start!.scrollWidth).to.be.greaterThan(start!.clientWidth);
    expect(tray.scrollWidth).to.be.at.most(240);
  });

  it('says in the words of the page what the page has words for', async () => {
    tray.strings = { ...english, errors: { 'attachment/too-large': 'Zu groß: {size}' } };
    tray.locale = 'de';
    await show(film);
    expect(wordsOf(rows()[0]!)).to.equal('film.mov Zu groß: 48 MB');
  });

  describe('a screen reader', () => {
    it('is told how many are ready, and which are refused and why, once each', async () => {
      await show(receipt, setup);
      expect(await saying()).to.equal('1 file is ready to send. setup.exe: This kind of file can’t be sent');
      await show(receipt, setup, film);
      expect(await saying()).to.equal('film.mov: 48 MB is over the 20 MB limit');
    });

    it('is not told of what is taken away', async () => {
      await show(receipt, film);
      const said = await saying();
      await show(film);
      await new Promise(requestAnimationFrame);
      expect(spoken()).to.equal(said);
    });
  });

  describe('a file that is removed', () => {
    it('leaves the focus with the one that takes its place', async () => {
      await show(receipt, setup, film);
      buttons()[1]!.focus();
      await sendKeys({ press: 'Enter' });
      await tray.updateComplete;
      expect(tray.files).to.deep.equal([receipt, film]);
      expect(focused()).to.equal('Remove film.mov');
    });

    it('leaves it with the one before when it was the last', async () => {
      await show(receipt, film);
      buttons()[1]!.focus();
      await sendKeys({ press: 'Space' });
      await tray.updateComplete;
      expect(focused()).to.equal('Remove receipt.pdf');
    });

    it('is told to nobody outside', async () => {
      const heard: Event[] = [];
      const listen = (event: Event) => heard.push(event);
      document.addEventListener('tray-remove', listen);
      await show(receipt);
      buttons()[0]!.click();
      document.removeEventListener('tray-remove', listen);
      expect(heard).to.deep.equal([]);
      expect(tray.files).to.deep.equal([]);
    });
  });

  it('says while files are dragged what may be dropped', async () => {
    tray.dragging = true;
    await tray.updateComplete;
    expect(wordsOf(tray.renderRoot.querySelector('.drop'))).to.equal(
      `Drop files to attach ${english.attachLimits}`,
    );
    finishAnimations();
    await expect(tray).to.be.accessible();
  });
});
