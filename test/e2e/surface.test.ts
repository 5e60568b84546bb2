import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { panelParts } from '../../components/parts.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';
import { walk } from '../support/e2e-states.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const forgive = /Failed to load resource/;
const parts = ['launcher', 'badge', ...panelParts.split(', ')];

/** The parts that a rule of the page reaches now, and those that it should reach and does not. */
function reached(chat: ChatView): Promise<{ readonly styled: string[]; readonly missed: string[] }> {
  return chat.element.evaluate((element, names) => {
    const styled = new Set<string>();
    const missed = new Set<string>();
    const search = (root: ShadowRoot | null) => {
      for (const inner of root?.querySelectorAll('*') ?? []) {
        search(inner.shadowRoot);
        for (const part of inner.part) {
          // The colour is the same whether an outline is drawn or not, and no rule of ours sets it while nothing has the focus.
          const hit = names.includes(part) && getComputedStyle(inner).outlineColor === 'rgb(1, 2, 3)';
          (hit ? styled : missed).add(part);
        }
      }
    };
    search(element.shadowRoot);
    return { styled: [...styled], missed: [...missed] };
  }, parts);
}

describe('every part', () => {
  it('can be styled by the page in some state, and nowhere else is a part that cannot', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', {
      forgive,
      reducedMotion: 'reduce',
      prepare: (fresh) => fresh.clock.install(),
    });
    await page.evaluate((names) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        names.map((name) => `connect-chat::part(${name}) { outline-color: rgb(1, 2, 3) }`).join('\n'),
      );
      document.adoptedStyleSheets = [sheet];
    }, parts);
    const styled = new Set<string>();
    const missed: string[] = [];
    await walk(stage, page, async (state, chat) => {
      const found = await reached(chat);
      for (const part of found.styled) styled.add(part);
      missed.push(...found.missed.map((part) => `${part} (${state})`));
    });
    assert.deepEqual(missed, []);
    const asking = await mount(page, { attributes: { 'consent-required': true } });
    await asking.element.locator('[part~=consent]').waitFor();
    const { styled: more } = await reached(asking);
    for (const part of more) styled.add(part);
    // `older` needs more history than any of these states has; the message list's own tests show it.
    assert.deepEqual(
      parts.filter((part) => !styled.has(part) && part !== 'older'),
      [],
    );
  });
});

describe('every slot', () => {
  const words = (slot: string) => `Slotted into ${slot}.`;
  const slotted = Object.fromEntries(
    [
      'launcher',
      'header',
      'header-actions',
      'empty',
      'unavailable',
      'composer-start',
      'composer-end',
      'ended',
      'footer',
    ].map((slot) => [slot, words(slot)]),
  );

  /** The slots whose content is on the screen. */
  const visible = async (chat: ChatView): Promise<readonly string[]> => {
    const shown: string[] = [];
    for (const slot of Object.keys(slotted))
      if (await chat.page.getByText(words(slot), { exact: true }).isVisible()) shown.push(slot);
    return shown;
  };

  it('shows what the page put in, in its state and only there', async (t) => {
    stage.answer('/test/closed', () => Response.json({ message: 'We are closed.' }, { status: 503 }));
    const page = await stage.visit(t, '/test/blank.html', { forgive });
    const attributes = { floating: true, 'start-chat-endpoint': '/test/closed' };
    const chat = await mount(page, { attributes, slotted });
    await page.getByText(words('launcher')).waitFor();
    assert.deepEqual(await visible(chat), ['launcher']);

    await page.getByText(words('launcher')).click();
    await page.getByText(words('empty')).waitFor();
    const frame = ['header', 'header-actions', 'composer-start', 'composer-end', 'footer'];
    const are = async (...slots: readonly string[]) =>
      assert.deepEqual([...(await visible(chat))].sort(), ['launcher', ...slots].sort());
    await are('empty', ...frame);
    assert.equal(
      await chat.element.getByText('Hello. How can we help?').count(),
      0,
      'The welcome gives way.',
    );
    assert.equal(
      await chat.element.getByRole('heading', { name: 'Halden' }).count(),
      0,
      'So does the title.',
    );

    await chat.send('hello');
    await page.getByText(words('unavailable')).waitFor();
    await are('header', 'header-actions', 'unavailable', 'footer');

    await chat.element.evaluate(async (element) => {
      element.setAttribute('start-chat-endpoint', '/test/start');
      await (element as HTMLElementTagNameMap['connect-chat']).start();
    });
    const id = await chat.connected();
    await are(...frame);

    await stage.control.end(id);
    await chat.button('Start a new chat').waitFor();
    await are('header', 'header-actions', 'ended', 'footer');
  });

  it('works inline too, and for content that comes later', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page);
    await chat.element.getByText('Hello. How can we help?').waitFor();
    await chat.element.evaluate((element) => {
      const late = Object.assign(document.createElement('p'), {
        slot: 'empty',
        textContent: 'Late welcome.',
      });
      element.append(late);
    });
    await page.getByText('Late welcome.').waitFor();
    await chat.element.getByText('Hello. How can we help?').waitFor({ state: 'detached' });
    await chat.element.evaluate((element) => element.replaceChildren());
    await chat.element.getByText('Hello. How can we help?').waitFor();
  });
});
