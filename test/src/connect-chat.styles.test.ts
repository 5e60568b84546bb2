import { expect } from '@open-wc/testing';
import type { CSSResult } from 'lit';
import banner from '../../components/banner.styles.js';
import composer from '../../components/composer.styles.js';
import endDialog from '../../components/end-dialog.styles.js';
import ended from '../../components/ended.styles.js';
import foundation from '../../components/foundation.styles.js';
import header from '../../components/header.styles.js';
import menu from '../../components/menu.styles.js';
import messageContent from '../../components/message-content.styles.js';
import messageList from '../../components/message-list.styles.js';
import panel from '../../components/panel.styles.js';
import screen from '../../components/screen.styles.js';
import startError from '../../components/start-error.styles.js';
import welcome from '../../components/welcome.styles.js';
import panelTokens from '../../src/connect-chat.panel.styles.js';
import launcherTokens from '../../src/connect-chat.styles.js';

const sheets: Readonly<Record<string, CSSResult>> = {
  banner,
  composer,
  'end-dialog': endDialog,
  ended,
  foundation,
  header,
  menu,
  'message-content': messageContent,
  'message-list': messageList,
  panel,
  screen,
  'start-error': startError,
  welcome,
};

const names = (css: string, pattern: RegExp) =>
  new Set([...css.matchAll(pattern)].map(([, name]) => name ?? ''));
const tokens = launcherTokens.cssText + panelTokens.cssText;
const declared = names(tokens + foundation.cssText, /(--_[\w-]+):/g);

describe('the tokens of <connect-chat>', () => {
  for (const [name, { cssText }] of Object.entries(sheets)) {
    it(`hold every private name that ${name} reads`, () => {
      const known = new Set([...declared, ...names(cssText, /(--_[\w-]+):/g)]);
      const unknown = [...names(cssText, /var\((--_[\w-]+)/g)].filter((one) => !known.has(one));
      expect(unknown).to.deep.equal([]);
    });

    it(`are the only public names: ${name} reads none`, () => {
      expect(cssText).not.to.include('--connect-chat-');
    });
  }

  it('lead from one public name to one private name', () => {
    const uses = [...tokens.matchAll(/var\(\s*(--connect-chat-[\w-]+)/g)].map(([, name]) => name);
    expect(new Set(uses).size).to.equal(uses.length);
  });

  it('reach a component through the page, the element and the language', () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [launcherTokens.styleSheet!, panelTokens.styleSheet!];
    root.innerHTML = '<div><p>words</p></div>';
    document.body.append(host);
    const size = () => Number.parseFloat(getComputedStyle(root.querySelector('p')!).fontSize);
    expect(size()).to.equal(15);
    host.style.setProperty('--connect-chat-text-scale', '1.2');
    expect(size()).to.equal(18);
    host.lang = 'ar';
    expect(size()).to.be.closeTo(18 * 1.067, 0.01);
    host.remove();
  });
});
