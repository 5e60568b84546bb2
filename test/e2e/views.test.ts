import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  formSteps,
  cardsData,
  confirmationData,
  detailData,
  listData,
} from '../../demo/emulator/core/flow/samples/managed-views.js';
import { galleryData, orderFormData } from '../../demo/emulator/core/flow/samples/custom-views.js';
import { ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const page = () => stage.chatPage('/test/views.html', { storage: 'session', 'auto-start': true });
const RESPONSE = 'application/vnd.amazonaws.connect.message.interactive.response';

/** What the service has taken of the customer's answers to cards. */
async function answers(id: string): Promise<readonly string[]> {
  const { transcript } = await stage.control.contact(id);
  return transcript.flatMap(({ ContentType, Content }) =>
    ContentType === RESPONSE && typeof Content === 'string' ? [Content] : [],
  );
}

describe('views', () => {
  it('keep what is filled in through a refresh, and reach the flow', async (t) => {
    const visited = await stage.visit(t, page());
    const chat = new ChatView(visited);
    const id = await chat.connected();
    await stage.control.view(id, { viewId: 'form', viewData: formSteps[0] });
    const email = chat.element.getByRole('textbox', { name: 'E-mail' });
    await email.fill('sam@example.com');
    await visited.reload();
    await chat.connected();
    await email.waitFor();
    assert.equal(await email.inputValue(), 'sam@example.com');
    await chat.button('Go on').click();
    await chat.element.getByText('Please fix one field before you go on.').waitFor();
    await chat.element.getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'It arrived broken' });
    await chat.button('Go on').click();
    await chat.messages('Form sent').last().filter({ hasText: 'Sent' }).waitFor();
    assert.deepEqual(await answers(id), [
      '{"templateType":"ViewResource","version":"1.0","action":"Next","data":{"FormData":{"order":"H-20417","email":"sam@example.com","reason":["broken"]},"StepName":"Your order"}}',
    ]);
    await visited.reload();
    await chat.connected();
    await chat.log.getByRole('group', { name: 'Return a lamp, Form sent' }).waitFor();
  });

  it('say when they have expired', async (t) => {
    const chat = new ChatView(await stage.visit(t, page(), { forgive: /Failed to load resource/ }));
    const id = await chat.connected();
    await stage.control.view(id, { viewId: 'form', viewData: formSteps[0], expired: true });
    await chat.element.getByText('This step has expired').waitFor();
    assert.equal((await stage.control.contact(id)).status, 'active');
  });

  const shown = [
    ['detail', detailData, 'Change the day'],
    ['list', listData, 'Arc floor lamp'],
    ['cards', cardsData, 'It buzzes'],
    ['confirmation', confirmationData, 'Done'],
    ['form', formSteps[1], 'What we know'],
    ['order-form', orderFormData, 'Which order is it?'],
    ['gallery', galleryData, 'More about the lamp'],
  ] as const;
  it('of every kind are drawn under the documented policy, without a request to anywhere else', async (t) => {
    const chat = new ChatView(await stage.visit(t, page()));
    const id = await chat.connected();
    for (const [viewId, viewData, words] of shown) {
      await stage.control.view(id, { viewId, viewData });
      await chat.element.getByText(words).last().waitFor();
    }
  });
});
