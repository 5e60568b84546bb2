import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../components/sign-in/sign-in.js';
import type { SignIn } from '../../../components/sign-in/sign-in.js';
import { noteName } from '../../../src/content/sign-in.js';
import tokens from '../../../src/connect-chat.panel.styles.js';
import { ManualSchedule } from '../../support/manual-schedule.js';
import { FakeBrowser, FakeSignInHost } from '../../support/sign-in.js';

const session = '11111111-2222-3333-4444-555555555555';
const url = (n: number) => `https://idp.example/login?state=s1&n=${n}`;
const refused = { kind: 'refused', status: 400 };
const unreachable = { kind: 'network' };

/** A card on the page with everything around it in the hands of the test. */
async function mount(
  properties: Partial<SignIn> = {},
  host = new FakeSignInHost(),
  browser = new FakeBrowser(),
) {
  const timers = new ManualSchedule();
  const card = Object.assign(document.createElement('connect-chat-sign-in'), {
    request: { sessionId: session, state: 's1' },
    cards: host,
    browser,
    schedule: timers.schedule,
    ...properties,
  });
  const frame = await fixture<HTMLElement>(html`<div style="inline-size: 360px">${card}</div>`);
  if (tokens.styleSheet) frame.ownerDocument.adoptedStyleSheets.push(tokens.styleSheet);
  await settled(card);
  return { card, host, browser, timers };
}

/** Resolves once nothing that the fakes answered is under way any more. */
async function settled(card: SignIn): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  await card.updateComplete;
}

const text = (card: SignIn) =>
  card.shadowRoot!.querySelector('[role=status]')!.textContent.replace(/\s+/g, ' ').trim();
const controls = (card: SignIn) =>
  [...card.shadowRoot!.querySelectorAll<HTMLElement>('button, a')].map((one) => one.textContent.trim());

async function press(card: SignIn, label: string): Promise<void> {
  const button = [...card.shadowRoot!.querySelectorAll<HTMLElement>('button, a')].find(
    (one) => one.textContent.trim() === label,
  );
  if (!button) throw new Error(`No "${label}" among ${controls(card).join(', ')}.`);
  button.click();
  await settled(card);
}

describe('<connect-chat-sign-in>', () => {
  it('fetches the address on arrival and asks', async () => {
    const { card, host } = await mount();
    expect(host.asked).to.deep.equal([`url ${session}`]);
    expect(text(card)).to.equal('Sign in to continue We need to know that it’s you.');
    expect(controls(card)).to.deep.equal(['Sign in', 'Continue without signing in']);
    await expect(card).to.be.accessible();
  });

  it('hands what comes back from the window to the back end, closes it and waits for the service', async () => {
    const { card, host, browser } = await mount();
    await press(card, 'Sign in');
    expect(browser.visited).to.deep.equal([url(1)]);
    expect(browser.listeningTo).to.equal('https://shop.example');
    expect(text(card)).to.include('Finish in the other window');
    expect(controls(card)).to.deep.equal(['Open it again', 'Cancel sign-in']);
    await expect(card).to.be.accessible();
    expect(browser.comesBack('?code=c1&state=other')).to.equal(false);
    expect(browser.comesBack('?code=c1&state=s1')).to.equal(true);
    await settled(card);
    expect(browser.windowOpen).to.equal(false);
    expect(host.asked.slice(1)).to.deep.equal(['hand {"state":"s1","code":"c1"}']);
    expect(text(card)).to.equal('Checking your sign-in');
    card.outcome = 'succeeded';
    await settled(card);
    expect(text(card)).to.equal('You’re signed in Thank you. You can go on.');
    expect(controls(card)).to.deep.equal([]);
    expect(host.notes).to.deep.equal({});
    expect(browser.listeningTo).to.equal(undefined);
    await expect(card).to.be.accessible();
  });

  it('hands on what the provider found wrong', async () => {
    const { card, host, browser } = await mount();
    await press(card, 'Sign in');
    browser.comesBack('?error=access_denied&error_description=No&state=s1');
    await settled(card);
    expect(host.asked.at(-1)).to.equal('hand {"state":"s1","error":"access_denied","errorDescription":"No"}');
  });

  it('asks for the identity provider that the page names', async () => {
    const host = new FakeSignInHost({ identityProvider: 'Shop ID' });
    const { card, browser } = await mount({}, host);
    await press(card, 'Sign in');
    expect(browser.visited).to.deep.equal([`${url(1)}&identity_provider=Shop+ID`]);
  });

  for (const [outcome, words] of [
    ['succeeded', 'You’re signed in Thank you. You can go on.'],
    ['failed', 'That didn’t work Write a message and we’ll ask again.'],
    ['timeout', 'The sign-in ran out of time Write a message and we’ll ask again.'],
    ['expired', 'The sign-in ran out of time Write a message and we’ll ask again.'],
    ['cancelled', 'You went on without signing in Some details can’t be shown.'],
  ] as const) {
    it(`says when the service calls it ${outcome}, asks for nothing more and closes the window`, async () => {
      const { card, host, browser } = await mount();
      await press(card, 'Sign in');
      card.outcome = outcome;
      await settled(card);
      expect(text(card)).to.equal(words);
      expect(controls(card)).to.deep.equal([]);
      expect(browser.windowOpen).to.equal(false);
      expect(host.notes).to.deep.equal({});
      await expect(card).to.be.accessible();
    });
  }

  it('asks the service for nothing when it is over already', async () => {
    expect((await mount({ outcome: 'succeeded' })).host.asked).to.deep.equal([]);
    const { card, host } = await mount({ closed: true });
    expect(host.asked).to.deep.equal([]);
    expect(text(card)).to.include('ran out of time');
  });

  describe('when the address is not at hand', () => {
    it('fetches another when the first has grown old', async () => {
      const { card, browser } = await mount();
      browser.time += 60_000;
      await press(card, 'Sign in');
      expect(browser.visited).to.deep.equal(['', url(2)]);
    });

    it('takes the old one when the service gives no other', async () => {
      const { card, host, browser } = await mount();
      browser.time += 60_000;
      host.fail.url = refused;
      await press(card, 'Sign in');
      expect(browser.visited).to.deep.equal(['', url(1)]);
    });

    it('takes the one that another tab has got', async () => {
      const host = new FakeSignInHost();
      host.fail.url = refused;
      const { card, browser } = await mount({}, host);
      host.keep(noteName(session), JSON.stringify({ url: url(9), state: 's1', at: browser.time }));
      await press(card, 'Sign in');
      expect(browser.visited).to.deep.equal([url(9)]);
    });

    it('says that the time is over when the service refuses', async () => {
      const host = new FakeSignInHost();
      host.fail.url = refused;
      const { card, browser } = await mount({}, host);
      host.fail.url = refused;
      await press(card, 'Sign in');
      expect(text(card)).to.include('The sign-in ran out of time');
      expect(browser.windowOpen).to.equal(false);
    });

    it('says that the page cannot be reached, and tries again', async () => {
      const host = new FakeSignInHost();
      host.fail.url = unreachable;
      const { card, browser } = await mount({}, host);
      host.fail.url = unreachable;
      await press(card, 'Sign in');
      expect(text(card)).to.equal('That didn’t work We couldn’t reach the sign-in page.');
      await expect(card).to.be.accessible();
      await press(card, 'Try again');
      expect(browser.visited.at(-1)).to.equal(url(3));
      expect(text(card)).to.include('Finish in the other window');
    });
  });

  describe('with a window that does not serve', () => {
    it('gives a link when the browser lets none open', async () => {
      const { card, browser } = await mount();
      browser.blocks = true;
      await press(card, 'Sign in');
      expect(text(card)).to.include('Your browser stopped the new window');
      const link = card.shadowRoot!.querySelector('a')!;
      expect(link.href).to.equal(url(1));
      expect(link.rel).to.equal('opener');
      await expect(card).to.be.accessible();
      link.addEventListener('click', (event) => event.preventDefault());
      await press(card, 'Open the sign-in page');
      expect(text(card)).to.include('Finish in the other window');
      expect(browser.comesBack('?code=c1&state=s1')).to.equal(true);
    });

    it('asks again when it was closed too early, and still takes what comes back', async () => {
      const { card, browser, timers } = await mount();
      await press(card, 'Sign in');
      timers.advance(1_500);
      await settled(card);
      expect(text(card)).to.include('Finish in the other window');
      browser.windowOpen = false;
      timers.advance(500);
      await settled(card);
      expect(text(card)).to.equal('Sign in to continue You came back before you were done.');
      expect(browser.comesBack('?code=c1&state=s1')).to.equal(true);
      await settled(card);
      expect(text(card)).to.equal('Checking your sign-in');
    });

    it('opens it again', async () => {
      const { card, browser } = await mount();
      await press(card, 'Sign in');
      await press(card, 'Open it again');
      expect(browser.visited).to.deep.equal([url(1), url(1)]);
    });
  });

  describe('without signing in', () => {
    for (const [when, label] of [
      ['at once', 'Continue without signing in'],
      ['while the window is open', 'Cancel sign-in'],
    ] as const) {
      it(`goes on ${when}`, async () => {
        const { card, host, browser } = await mount();
        if (label === 'Cancel sign-in') await press(card, 'Sign in');
        await press(card, label);
        expect(host.asked.at(-1)).to.equal(`cancel ${session}`);
        expect(browser.windowOpen).to.equal(false);
        expect(text(card)).to.include('You went on without signing in');
        expect(host.notes).to.deep.equal({});
      });
    }

    it('can be asked for again when it failed', async () => {
      const { card, host } = await mount();
      host.fail.cancel = unreachable;
      await press(card, 'Continue without signing in');
      expect(text(card)).to.equal('Sign in to continue We couldn’t do that. Try again.');
      host.fail.cancel = refused;
      await press(card, 'Continue without signing in');
      expect(text(card)).to.include('The sign-in ran out of time');
    });
  });

  describe('when the back end does not take the result', () => {
    it('hands the same over again after a failure of the moment', async () => {
      const { card, host, browser } = await mount();
      await press(card, 'Sign in');
      host.fail.hand = unreachable;
      browser.comesBack('?code=c1&state=s1');
      await settled(card);
      expect(text(card)).to.equal('That didn’t work We couldn’t pass your sign-in on.');
      await press(card, 'Try again');
      expect(host.asked.filter((one) => one.startsWith('hand'))).to.have.length(2);
      expect(text(card)).to.equal('Checking your sign-in');
    });

    it('begins anew after a refusal', async () => {
      const { card, host, browser } = await mount();
      await press(card, 'Sign in');
      host.fail.hand = refused;
      browser.comesBack('?code=c1&state=s1');
      await settled(card);
      await press(card, 'Try again');
      expect(browser.visited).to.have.length(2);
    });

    it('leaves it to the page that has none, and says when the provider refused', async () => {
      const { card, browser } = await mount({}, new FakeSignInHost({ hand: undefined }));
      await press(card, 'Sign in');
      browser.comesBack('?error=access_denied&state=s1');
      await settled(card);
      expect(text(card)).to.equal('That didn’t work The sign-in page reported a problem.');
    });
  });

  describe('by leaving the page', () => {
    const redirect = () => new FakeSignInHost({ mode: 'redirect' });

    it('leaves, and goes on where it was after the return', async () => {
      const before = await mount({}, redirect());
      await press(before.card, 'Sign in');
      expect(before.browser.left).to.deep.equal([url(1)]);
      expect(before.browser.visited).to.deep.equal([]);
      before.card.remove();

      const browser = new FakeBrowser();
      browser.search = '?code=c1&state=s1';
      const after = await mount({}, before.host, browser);
      expect(before.host.asked.slice(1)).to.deep.equal(['hand {"state":"s1","code":"c1"}']);
      expect(browser.rewritten).to.equal('https://shop.example/help?order=7');
      expect(after.host.shown).to.equal(true);
      expect(text(after.card)).to.equal('Checking your sign-in');
    });

    it('asks again when the browser brings the page back as it was', async () => {
      const { card, host, browser } = await mount({}, redirect());
      await press(card, 'Sign in');
      browser.returnToPage();
      await settled(card);
      expect(text(card)).to.equal('Sign in to continue You came back before you were done.');
      expect(host.notes[noteName(session)]).to.include('"away":false');
      await press(card, 'Sign in');
      expect(browser.left).to.deep.equal([url(1), url(1)]);
    });

    it('takes nothing with another state, and asks again', async () => {
      const before = await mount({}, redirect());
      await press(before.card, 'Sign in');
      before.card.remove();
      const browser = new FakeBrowser();
      browser.search = '?code=c1&state=somebody-else';
      const { card } = await mount({}, before.host, browser);
      expect(before.host.asked).to.have.length(1);
      expect(browser.rewritten).to.equal(undefined);
      expect(controls(card)).to.deep.equal(['Sign in', 'Continue without signing in']);
    });
  });

  it('keeps the focus on the card when the button that was pressed goes away', async () => {
    const { card } = await mount();
    card.shadowRoot!.querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    await settled(card);
    expect(card.shadowRoot!.activeElement?.className).to.equal('card ');
    await sendKeys({ press: 'Tab' });
    expect(card.shadowRoot!.activeElement!.textContent.trim()).to.equal('Open it again');
  });

  it('goes on while it is moved, and lets go when it is removed', async () => {
    const { card, browser } = await mount();
    await press(card, 'Sign in');
    const elsewhere = document.createElement('div');
    card.parentElement!.append(elsewhere);
    elsewhere.append(card);
    await settled(card);
    expect(text(card)).to.include('Finish in the other window');
    expect(browser.listeningTo).not.to.equal(undefined);
    card.remove();
    await settled(card);
    expect(browser.listeningTo).to.equal(undefined);
  });
});
