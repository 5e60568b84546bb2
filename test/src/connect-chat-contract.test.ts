import { expect } from '@open-wc/testing';
import { ConnectChat } from '../../src/connect-chat.js';
import '../../src/index.js';
import { inside, mountChat } from '../support/mount-chat.js';

/** Names that mean on <connect-chat> what they mean everywhere. */
const platformNames = new Set(['constructor', 'focus', 'lang', 'dir', 'title', 'hidden']);

/** Lifecycle that the platform itself calls; it is no API. */
const callbacks = new Set(['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback']);

/** Attributes that a page may write, each the kebab-case of its property, with the value before the page has written any. */
const attributes: Readonly<Record<string, unknown>> = {
  'start-chat-endpoint': undefined,
  'start-chat-content-type': 'application/json',
  region: undefined,
  'attachments-disabled': false,
  'auth-mode': 'popup',
  'auth-redirect-uri': undefined,
  'auth-identity-provider': undefined,
  'auth-endpoint': undefined,
  'participant-endpoint': undefined,
  'instance-id': undefined,
  'contact-flow-id': undefined,
  'customer-name': 'Customer',
  'initial-message': undefined,
  'chat-duration-minutes': undefined,
  'supported-messaging-content-types': undefined,
  'source-contact-id': undefined,
  'rehydration-type': undefined,
  fips: false,
  storage: 'session',
  'storage-key': undefined,
  'leave-policy': 'keep',
  'consent-required': false,
  'receipts-disabled': false,
  floating: false,
  open: false,
  'auto-start': false,
  'color-scheme': 'auto',
  heading: undefined,
  'heading-level': 2,
  placeholder: undefined,
  logo: undefined,
  'logo-alt': undefined,
  'max-message-bytes': 16_384,
  'markdown-disabled': false,
  'confirm-end-disabled': false,
};

const camelCase = (attribute: string) =>
  attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The members of <connect-chat> and of its options, without Lit's. */
function ownMembers(): string[] {
  const lit = Object.getPrototypeOf(Object.getPrototypeOf(ConnectChat.prototype)) as object;
  const names: string[] = [];
  for (
    let prototype: object = ConnectChat.prototype;
    prototype !== lit;
    prototype = Object.getPrototypeOf(prototype) as object
  ) {
    names.push(...Object.getOwnPropertyNames(prototype));
  }
  return names;
}

describe('the public names of <connect-chat>', () => {
  it('shadow nothing of the platform', () => {
    const taken = ownMembers().filter(
      (name) => name in HTMLElement.prototype && !platformNames.has(name) && !callbacks.has(name),
    );
    expect(taken).to.deep.equal([]);
  });

  it('never begin with "on"', () => {
    expect(ownMembers().filter((name) => name.startsWith('on'))).to.deep.equal([]);
  });

  it('are the documented attributes, no more and no fewer', () => {
    expect([...ConnectChat.observedAttributes].sort()).to.deep.equal(Object.keys(attributes).sort());
  });

  for (const [attribute, initial] of Object.entries(attributes)) {
    it(`${attribute} is a property in camel case, with its default`, () => {
      const element = document.createElement('connect-chat');
      const property = camelCase(attribute) as keyof ConnectChat;
      expect(element[property]).to.equal(initial);
      const written = typeof initial === 'number' || attribute === 'chat-duration-minutes' ? '90' : 'text';
      element.setAttribute(attribute, written);
      const read = typeof initial === 'boolean' ? true : written === '90' ? 90 : written;
      expect(element[property]).to.equal(read);
    });
  }

  it('offers the documented methods', () => {
    const element = document.createElement('connect-chat');
    for (const name of ['start', 'send', 'end', 'show', 'hide', 'toggle', 'focus'] as const) {
      expect(element[name], name).to.be.a('function');
    }
  });

  it('keeps a property that was set before the element was known', async () => {
    const tag = 'connect-chat-late';
    const element = Object.assign(document.createElement(tag), { heading: 'Late' });
    document.body.append(element);
    customElements.define(tag, class extends ConnectChat {});
    await new Promise(requestAnimationFrame);
    expect(element.heading).to.equal('Late');
    element.remove();
  });

  it('survives numbers that are none, and attributes that go away', async () => {
    const { element } = await mountChat({ floating: false });
    for (const name of Object.keys(attributes)) {
      element.setAttribute(name, 'x');
      await element.updateComplete;
      element.removeAttribute(name);
      await element.updateComplete;
    }
    Object.assign(element, { avatars: undefined, participantNames: undefined, strings: null });
    await element.updateComplete;
    expect(inside(element, '.frame')).to.be.instanceOf(HTMLElement);
  });
});
