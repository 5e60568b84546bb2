import { expect } from '@open-wc/testing';
import { ConnectChat } from '../../src/connect-chat.js';
import { contentTypesOf, transportOptions } from '../../src/transport-options.js';
import '../../src/index.js';

const all = [
  'text/plain',
  'text/markdown',
  'application/json',
  'application/vnd.amazonaws.connect.message.interactive',
  'application/vnd.amazonaws.connect.message.interactive.response',
];

const chat = (properties: Partial<ConnectChat> = {}) =>
  Object.assign(document.createElement('connect-chat'), properties);

describe('contentTypesOf', () => {
  for (const [listed, types] of [
    [undefined, all],
    ['', all],
    [' , ', all],
    ['text/markdown', ['text/plain', 'text/markdown']],
    ['text/plain,text/markdown', ['text/plain', 'text/markdown']],
    ['text/markdown  application/json', ['text/plain', 'text/markdown', 'application/json']],
    ['text/markdown, text/markdown', ['text/plain', 'text/markdown']],
  ] as const) {
    it(`reads ${JSON.stringify(listed)}`, () => {
      expect(contentTypesOf(chat({ supportedMessagingContentTypes: listed }))).to.deep.equal(types);
    });
  }
});

describe('transportOptions', () => {
  it('leaves out what the page has not set', () => {
    expect(transportOptions(chat())).to.deep.equal({
      contentType: 'application/json',
      customerName: 'Customer',
      contentTypes: all,
    });
  });

  it('passes on all that the page has set', () => {
    const headers = { Authorization: 'Bearer jwt' };
    const startChat = () => Promise.resolve({});
    const chatDetails = { ContactId: 'c' };
    const attributes = { plan: 'gold' };
    const element = chat({
      startChatEndpoint: 'https://start.example/',
      startChatContentType: 'text/plain',
      startChatHeaders: headers,
      startChat,
      chatDetails,
      region: 'eu-west-2',
      participantEndpoint: 'https://proxy.example/',
      instanceId: 'instance',
      contactFlowId: 'flow',
      customerName: ' Ada ',
      initialMessage: 'Hi',
      chatDurationMinutes: 90,
      sourceContactId: 'past',
      rehydrationType: 'FROM_SEGMENT',
      contactAttributes: attributes,
    });
    expect(transportOptions(element)).to.deep.equal({
      contentType: 'text/plain',
      customerName: 'Ada',
      contentTypes: all,
      endpoint: 'https://start.example/',
      region: 'eu-west-2',
      participantEndpoint: 'https://proxy.example/',
      headers,
      startChat,
      chatDetails,
      attributes,
      instanceId: 'instance',
      contactFlowId: 'flow',
      initialMessage: 'Hi',
      durationMinutes: 90,
      sourceContactId: 'past',
      rehydrationType: 'FROM_SEGMENT',
    });
  });

  it('treats emptied attributes as not set', () => {
    const element = chat();
    // An empty `fips` is set: it is a flag.
    for (const name of ConnectChat.observedAttributes) if (name !== 'fips') element.setAttribute(name, '');
    expect(transportOptions(element)).to.deep.equal(transportOptions(chat()));
    for (const name of ConnectChat.observedAttributes) element.removeAttribute(name);
    expect(transportOptions(element)).to.deep.equal(transportOptions(chat()));
  });

  it('takes any unknown content type of the request for JSON, and no number that is none', () => {
    const element = chat();
    element.setAttribute('start-chat-content-type', 'text/html');
    element.setAttribute('chat-duration-minutes', 'long');
    expect(transportOptions(element)).to.deep.equal(transportOptions(chat()));
  });
});
