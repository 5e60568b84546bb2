import { expect } from '@open-wc/testing';
// Here at once, so that no test waits until they are compiled.
import '../../../components/view-form.js';
import '../../../components/view-kit.js';
import '../../../src/chat.js';
import { appeared, inside, mountConnected, record, type MountedChat } from '../../support/mount-chat.js';
import { described } from '../../support/view-cards.js';

const INTERACTIVE = 'application/vnd.amazonaws.connect.message.interactive';
const RESPONSE = `${INTERACTIVE}.response`;

const form = described({
  head: { Title: 'Order form' },
  body: [
    {
      Type: 'Form',
      Props: {},
      Content: [
        { Type: 'FormInput', Props: { Label: 'Order', Name: 'order', DefaultValue: '$.Order' } },
        { Type: 'SubmitButton', Props: { Label: 'Send', Action: 'Send' } },
      ],
    },
  ],
  actions: ['Send'],
});

describe('a view in <connect-chat>', () => {
  let mounted: MountedChat;
  let events: ReturnType<typeof record>;
  const sent = () => mounted.service.calls.filter(({ name }) => name === 'message').map(({ body }) => body);
  const type = async (words: string) => {
    const input = (await appeared(mounted.element, 'textarea')) as HTMLTextAreaElement;
    input.value = words;
    input.dispatchEvent(new InputEvent('input'));
    (await appeared(mounted.element, '.send')).click();
  };
  /** Waits until so many messages have been taken by the service. */
  const taken = async (count: number) => {
    while (sent().length < count) await new Promise(requestAnimationFrame);
  };
  const deliverView = () =>
    mounted.service.deliver({
      ContentType: INTERACTIVE,
      ParticipantRole: 'SYSTEM',
      Content: JSON.stringify({
        templateType: 'ViewResource',
        version: '1.0',
        data: { content: { viewId: 'v', viewToken: 'a/b c', viewData: '{"Order":"\\"007\\""}' } },
      }),
    });

  beforeEach(async () => {
    mounted = await mountConnected();
    mounted.service.replies['views/a%2Fb%20c'] = () => new Response(JSON.stringify({ View: form }));
    events = record(mounted.element, 'view', 'before-send');
  });

  it('is asked for by its token, filled in, and answered byte for byte', async () => {
    deliverView();
    const input = (await appeared(
      mounted.element,
      'connect-chat-view .input, input.input',
    )) as HTMLInputElement;
    const call = mounted.service.calls.find(({ name }) => name.startsWith('views/'));
    expect([call?.name, call?.bearer]).to.deep.equal(['views/a%2Fb%20c', 'connection-secret']);
    expect(input.value).to.equal('"007"'.slice(1, -1));
    inside(mounted.element, 'button[data-submits]')!.click();
    await taken(1);
    expect(sent()[0]!.ContentType).to.equal(RESPONSE);
    expect(sent()[0]!.Content).to.equal(
      '{"templateType":"ViewResource","version":"1.0","action":"Send","data":{"order":"007"}}',
    );
    expect(events.map(([name]) => name)).to.deep.equal(['view', 'view', 'before-send']);
    const bubble = await appeared(mounted.element, '.message--own .bubble');
    expect(bubble.innerText.trim()).to.equal('Form sent');
  });

  it('tells the page no credential', async () => {
    deliverView();
    await appeared(mounted.element, 'input.input');
    expect(JSON.stringify(events)).not.to.match(/-secret/);
  });

  it('takes typed words for the branch that is none of its actions, once', async () => {
    deliverView();
    await appeared(mounted.element, 'input.input');
    await type('I "do not" know');
    await taken(1);
    await type('Really');
    await taken(2);
    expect(sent().map(({ ContentType, Content }) => [ContentType, Content])).to.deep.equal([
      [
        RESPONSE,
        '{"templateType":"ViewResource","version":"1.0","action":" ","data":{"content":"I \\"do not\\" know"}}',
      ],
      ['text/plain', 'Really'],
    ]);
    expect(events.at(0)?.[0]).to.equal('view');
    expect(
      events
        .filter(([name]) => name === 'before-send')
        .map(([, detail]) => (detail as { text: string }).text),
    ).to.deep.equal([sent()[0]!.Content, 'Really']);
  });

  it('takes typed words as they are once somebody else has spoken', async () => {
    deliverView();
    await appeared(mounted.element, 'input.input');
    mounted.service.deliver({ Content: 'Let me help' });
    await type('Thanks');
    await taken(1);
    expect(sent()[0]!.Content).to.equal('Thanks');
  });

  it('takes typed words as they are where answers to cards were not agreed on', async () => {
    mounted = await mountConnected({ supportedMessagingContentTypes: `text/plain ${INTERACTIVE}` });
    mounted.service.replies['views/a%2Fb%20c'] = () => new Response(JSON.stringify({ View: form }));
    deliverView();
    await appeared(mounted.element, 'input.input');
    await type('Hello');
    await taken(1);
    expect([sent()[0]!.ContentType, sent()[0]!.Content]).to.deep.equal(['text/plain', 'Hello']);
  });

  it('is expired when the service does not know its token any more', async () => {
    mounted.service.replies['views/a%2Fb%20c'] = () => new Response('{"Message":"gone"}', { status: 404 });
    deliverView();
    const title = await appeared(mounted.element, '.line-title');
    while (title.innerText !== 'This step has expired') await new Promise(requestAnimationFrame);
    expect((await appeared(mounted.element, '.line-words')).innerText).to.equal(
      'Write a message and we’ll send it again.',
    );
  });
});
