import { finishAnimations } from '../support/tokens.js';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { ConnectChat } from '../../src/connect-chat.js';
import { appeared, inside, mountConnected, painted, record, told } from '../support/mount-chat.js';

const json = { ContentType: 'application/json', Content: '{"kind":"weather","degrees":21}' };
const picker = {
  ContentType: 'application/vnd.amazonaws.connect.message.interactive',
  Content: JSON.stringify({
    templateType: 'Weather',
    version: '1.0',
    data: { content: { title: 'Weather in Oslo' } },
  }),
};

/** The accessible name of the newest message, put together as the browser does. */
async function nameOfLast(element: ConnectChat): Promise<string> {
  const list = (await appeared(element, 'connect-chat-message-list')).shadowRoot!;
  const message = [...list.querySelectorAll('[role="article"]')].at(-1)!;
  const ids = message.getAttribute('aria-labelledby')!.split(' ');
  return ids
    .map((id) => list.getElementById(id)?.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('registerRenderer', () => {
  it('shows a Lit template with its accessible text, and stays accessible', async () => {
    const { element, service } = await mountConnected();
    element.registerRenderer('application/json', {
      render: (entry) =>
        html`<p class="own">${(JSON.parse(entry.text) as { degrees: number }).degrees} °C</p>`,
      text: () => 'It is 21 degrees',
    });
    service.deliver(json);
    const shown = await appeared(element, '.own');
    expect(shown.textContent).to.equal('21 °C');
    expect(await nameOfLast(element)).to.match(/^Maya .*It is 21 degrees$/);
    // What is still fading in has other colours.
    finishAnimations();
    await expect(inside(element, 'connect-chat-message-list')).to.be.accessible();
  });

  it('shows a node', async () => {
    const { element, service } = await mountConnected();
    const node = Object.assign(document.createElement('meter'), { value: 0.5, ariaLabel: 'Progress' });
    element.registerRenderer('application/json', () => node);
    service.deliver(json);
    expect(await appeared(element, 'meter')).to.equal(node);
  });

  it('shows a fragment, and a template of another copy of Lit', async () => {
    const { element, service } = await mountConnected();
    const fragment = document.createRange().createContextualFragment('<i class="own">1</i><i>2</i>');
    element.registerRenderer('application/json', () => fragment);
    service.deliver(json);
    expect((await appeared(element, '.own')).nextElementSibling?.textContent).to.equal('2');
    const { strings, values } = html`<b class="foreign">${3}</b>`;
    element.registerRenderer('application/json', () => ({ _$litType$: 1, strings, values }) as never);
    expect((await appeared(element, '.foreign')).textContent).to.equal('3');
  });

  it('shows a string as text, never as markup', async () => {
    const { element, service } = await mountConnected();
    element.registerRenderer('application/json', () => '<b class="own">21 °C</b>');
    service.deliver(json);
    await appeared(element, '.bubble');
    await painted(element);
    expect(await nameOfLast(element)).to.include('<b class="own">21 °C</b>');
    expect(inside(element, '.own')).to.equal(undefined);
  });

  it('goes by the template type before the content type', async () => {
    const { element, service } = await mountConnected();
    element.registerRenderer(picker.ContentType, () => 'by content type');
    element.registerRenderer('Weather', () => 'by template type');
    service.deliver(picker);
    await appeared(element, '.bubble');
    await painted(element);
    expect(await nameOfLast(element)).to.include('by template type');
  });

  it('may be called before the code of the chat has come, and for messages that are there already', async () => {
    const element = document.createElement('connect-chat');
    element.registerRenderer('application/json', () => 'early');
    const mounted = await mountConnected();
    mounted.service.deliver(json);
    await appeared(mounted.element, '.card');
    expect(await nameOfLast(mounted.element)).to.include('weather');
    mounted.element.registerRenderer('application/json', () => html`<i class="own">late</i>`);
    await appeared(mounted.element, '.own');
    mounted.element.registerRenderer('application/json', undefined);
    await appeared(mounted.element, '.card');
    await painted(mounted.element);
    expect(inside(mounted.element, '.own')).to.equal(undefined);
  });

  it('may be called again: the newest counts, and one that gives nothing leaves the message to the chat', async () => {
    const { element, service } = await mountConnected();
    element.registerRenderer('application/json', () => html`<i class="first">1</i>`);
    service.deliver(json);
    await appeared(element, '.first');
    element.registerRenderer('application/json', () => html`<i class="second">2</i>`);
    await appeared(element, '.second');
    expect(inside(element, '.first')).to.equal(undefined);
    element.registerRenderer('application/json', () => 'in words');
    await appeared(element, '.bubble');
    await painted(element);
    expect(await nameOfLast(element)).to.include('in words');
    element.registerRenderer('application/json', () => undefined);
    await appeared(element, '.card');
    await painted(element);
    expect(await nameOfLast(element)).to.include('weather');
    element.registerRenderer('application/json', () => html`<i class="third">3</i>`);
    await appeared(element, '.third');
  });

  it('is called for the messages of others only, and for what is registered only', async () => {
    const { element, service } = await mountConnected();
    const texts: string[] = [];
    element.registerRenderer('text/plain', ({ text }) => {
      texts.push(text);
      return html`<i class="own">${text}</i>`;
    });
    await element.send('mine');
    service.deliver(json);
    service.deliver({ Content: 'hers' });
    expect((await appeared(element, '.own')).textContent).to.equal('hers');
    expect(texts).to.deep.equal(['hers']);
  });

  it('is kept by an element that is upgraded and connected later', async () => {
    const { element, service } = await mountConnected({
      renderers: { 'application/json': () => 'registered first' },
    });
    service.deliver(json);
    await appeared(element, '.bubble');
    await painted(element);
    expect(await nameOfLast(element)).to.include('registered first');
  });

  it('hands over how to answer, and what was answered', async () => {
    const { element, service } = await mountConnected();
    element.registerRenderer('Weather', (_, { send, answer }) =>
      answer
        ? html`<p class="answered">${answer.text}</p>`
        : html`<button class="own" @click=${() => send('{"ok":true}', 'application/json')}>Fine</button>`,
    );
    service.deliver(picker);
    (await appeared(element, 'button.own')).click();
    const answered = await appeared(element, '.answered');
    expect(answered.textContent).to.equal('{"ok":true}');
    const sent = service.calls.find(({ name }) => name === 'message');
    expect([sent?.body.Content, sent?.body.ContentType]).to.deep.equal(['{"ok":true}', 'application/json']);
  });

  it('keeps the nodes while nothing has changed', async () => {
    const { element, service } = await mountConnected();
    let calls = 0;
    element.registerRenderer('application/json', () => {
      calls += 1;
      return html`<input class="own" aria-label="Anything" />`;
    });
    service.deliver(json);
    const input = (await appeared(element, 'input.own')) as HTMLInputElement;
    input.value = 'half written';
    service.deliver({ Content: 'Something else' });
    await painted(element);
    expect(inside(element, 'input.own')).to.equal(input);
    expect(calls).to.equal(1);
  });

  it('leaves a message to the chat for undefined, null and blank text', async () => {
    for (const nothing of [undefined, null as never, ' ']) {
      const { element, service } = await mountConnected();
      element.registerRenderer('application/json', () => nothing);
      service.deliver(json);
      await appeared(element, '.card');
      expect(await nameOfLast(element)).to.include('weather');
    }
  });

  for (const [what, garbage] of Object.entries({
    'a number': 7,
    'a boolean': true,
    'an object': { toString: () => 'garbage' },
    nodes: [document.createElement('i')],
    'a function': () => 'later',
    'a symbol': Symbol('garbage'),
    'a promise': Promise.resolve('later'),
  }))
    it(`falls back when it returns ${what}, and says so`, async () => {
      const { element, service } = await mountConnected();
      const errors = record(element, 'error');
      element.registerRenderer('application/json', () => garbage as never);
      service.deliver(json);
      await appeared(element, '.card');
      await painted(element);
      expect(await nameOfLast(element)).to.include('weather');
      expect(errors.map(([, detail]) => (detail as { code: string }).code)).to.deep.equal([
        'content/renderer-failed',
      ]);
    });

  for (const [how, renderer] of Object.entries({
    'is called': () => {
      throw new Error('broken');
    },
    'its template is rendered': () =>
      html`<p>
        ${{
          get ['_$litType$'](): unknown {
            throw new Error('broken');
          },
        }}
      </p>`,
  })) {
    it(`falls back when it throws while it ${how}, and says so`, async () => {
      const { element, service } = await mountConnected();
      const errors = record(element, 'error');
      element.registerRenderer('application/json', renderer);
      service.deliver(json);
      await appeared(element, '.card');
      await painted(element);
      expect(await nameOfLast(element)).to.include('weather');
      expect((errors[0]?.[1] as { code: string }).code).to.equal('content/renderer-failed');
      service.deliver({ Content: 'The chat goes on' });
      await painted(element);
      expect(await nameOfLast(element)).to.include('The chat goes on');
    });
  }

  it('falls back to its own text', async () => {
    const { element, service } = await mountConnected();
    element.registerRenderer('application/json', {
      render: () => {
        throw new Error('broken');
      },
      text: () => 'It is 21 degrees',
    });
    service.deliver(json);
    await appeared(element, '.bubble');
    await painted(element);
    expect(await nameOfLast(element)).to.include('It is 21 degrees');
  });

  it('has its text read out', async () => {
    const { element, service } = await mountConnected();
    element.registerRenderer('application/json', { render: () => 'x', text: () => 'It is 21 degrees' });
    // It speaks of what comes once it is there.
    const announcer = await appeared(element, 'connect-chat-announcer');
    await painted(element);
    service.deliver(json);
    for (; !announcer.shadowRoot!.textContent.includes('Maya: It is 21 degrees');)
      await new Promise(requestAnimationFrame);
  });
});

describe('a message of application/json', () => {
  it('reaches the page', async () => {
    const { element, service } = await mountConnected();
    const message = told(element, 'message');
    service.deliver(json);
    const { entry } = (await message).detail;
    expect([entry.contentType, entry.text]).to.deep.equal([json.ContentType, json.Content]);
  });
});
