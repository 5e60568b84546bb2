import { english } from '../../src/i18n/strings.js';
import { FakeSession } from '../support/fake-session.js';
import { LookHost } from '../support/look-host.js';
import { frames } from './snapshots.js';

/** How a frame is to be shown. */
export interface LookOptions {
  readonly scheme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
  readonly width: number;
  readonly height: number;
}

/** Puts one frame on the page and leaves it as the customer would see it. */
async function showFrame(name: string, options: LookOptions): Promise<void> {
  const frame = frames[name];
  if (frame === undefined) throw new Error(`There is no frame called ${name}.`);
  document.documentElement.dir = options.dir;
  const session = new FakeSession(frame.snapshot);
  const host = new LookHost();
  host.session = session;
  host.heading = 'Halden';
  host.floating = !frame.inline;
  host.strings = {
    ...english,
    welcomeText: 'Our assistant answers first. A person from Halden joins whenever you ask.',
  };
  if (name === 'welcome') host.participantNames = { bot: 'Halden Assistant', agent: 'Maya Okafor' };
  if (frame.maxMessageBytes !== undefined) host.maxMessageBytes = frame.maxMessageBytes;
  host.setAttribute('color-scheme', options.scheme);
  host.style.inlineSize = `${options.width}px`;
  host.style.blockSize = `${options.height}px`;
  document.body.replaceChildren(host);
  await settled(host);
  for (const changes of frame.then ?? []) {
    session.set(changes);
    await settled(host);
  }
  const panel = host.renderRoot.querySelector('connect-chat-panel')!;
  panel.consent = frame.consent ?? false;
  const header = panel.renderRoot.querySelector('connect-chat-header')!;
  if (frame.draft !== undefined) {
    const composer = panel.renderRoot.querySelector('connect-chat-composer')!;
    const input = composer.renderRoot.querySelector('textarea')!;
    input.value = frame.draft;
    input.dispatchEvent(new InputEvent('input'));
    if (!frame.unfocused) input.focus();
  }
  panel.composerError = frame.composerError ?? '';
  if (frame.open !== undefined) {
    header.renderRoot.querySelector<HTMLElement>('.options')!.click();
    await settled(host);
    if (frame.open === 'end-dialog') {
      const menu = panel.renderRoot.querySelector('connect-chat-menu')!;
      menu.renderRoot.querySelector('button')!.click();
    }
  }
  await settled(host);
}

/** Two frames: layout has happened, and what it caused has been rendered. */
async function settled(host: LookHost): Promise<void> {
  await host.updateComplete;
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

declare global {
  /** Called by `shoot.mjs`. */
  var showFrame: (name: string, options: LookOptions) => Promise<void>;
}
globalThis.showFrame = showFrame;
