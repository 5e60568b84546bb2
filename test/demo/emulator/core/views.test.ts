import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { ControlRefusal } from '../../../../demo/emulator/control-client.js';
import type { Item } from '../../../../demo/emulator/core/wire.js';
import { Harness, type Customer } from '../harness.js';

interface Described {
  readonly __type?: string;
  readonly View: {
    readonly Id: string;
    readonly Arn: string;
    readonly Name: string;
    readonly Version: number;
    readonly Content: {
      readonly InputSchema: string;
      readonly Template: string;
      readonly Actions: readonly string[];
    };
  };
}

const managed = ['detail', 'list', 'form', 'confirmation', 'cards'];

describe('views', () => {
  let emulator: Harness;
  let customer: Customer;

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer();
  });

  const describeView = (token: string, bearer = customer.connectionToken) =>
    emulator.request<Described>('GET', `/participant/views/${encodeURIComponent(token)}`, undefined, {
      'x-amz-bearer': bearer,
    });
  const contentOf = (item: Item) =>
    (
      JSON.parse(String(item.Content)) as {
        templateType: string;
        version: string;
        data: { content: { viewId: string; viewToken: string; viewData: unknown } };
      }
    ).data.content;

  for (const viewId of managed) {
    it(`shows the managed view ${viewId}`, async () => {
      const item = await emulator.api.sendView(customer.contactId, { viewId, viewData: { Heading: 'Hi' } });
      const sent = customer.socket.items.at(-1);
      assert.deepEqual(sent, item);
      assert.deepEqual(
        [item.Type, item.ContentType, item.ParticipantRole, item.DisplayName],
        ['MESSAGE', 'application/vnd.amazonaws.connect.message.interactive', 'SYSTEM', 'BOT'],
      );
      const { viewToken, viewData } = contentOf(item);
      assert.deepEqual(viewData, { Heading: 'Hi' });
      const { status, body } = await describeView(viewToken);
      assert.equal(status, 200);
      assert.deepEqual([body.View.Id, body.View.Version], [viewId, 1]);
      assert.match(body.View.Arn, /^arn:aws:connect:[^:]+:aws:view\//);
      const template = JSON.parse(body.View.Content.Template) as { Body: { Type: string; Props: object }[] };
      assert.equal(template.Body[0]?.Type, body.View.Name);
      assert.match(JSON.stringify(template.Body[0].Props), /"Heading":"\$\.Heading"/);
      assert.deepEqual((JSON.parse(body.View.Content.InputSchema) as { type: string }).type, 'object');
      assert(body.View.Content.Actions.length > 0);
    });
  }

  it('shows a view that comes with the request, whose data is text', async () => {
    const template = { Head: {}, Body: [{ _id: 'a', Type: 'Header', Props: {}, Content: ['$.Title'] }] };
    const view = { id: 'own', name: 'Own', actions: ['Go'], template };
    const item = await emulator.api.sendView(customer.contactId, { view, viewData: '{"Title":"Hi"}' });
    const { viewToken, viewData } = contentOf(item);
    assert.equal(viewData, '{"Title":"Hi"}');
    const { View } = (await describeView(viewToken)).body;
    assert.deepEqual(JSON.parse(View.Content.Template), template);
    assert.deepEqual(View.Content.Actions, ['Go']);
    assert.match(View.Arn, /:123456789012:view\/own:1$/);
  });

  it('refuses a token that has lapsed, is unknown, or is another contact’s', async () => {
    const send = async (more: object = {}) =>
      contentOf(await emulator.api.sendView(customer.contactId, { viewId: 'form', ...more })).viewToken;
    const good = await send();
    const answer = async (token: string, bearer?: string) => {
      const { status, body } = await describeView(token, bearer);
      return [status, body.__type];
    };
    const denied = [403, 'AccessDeniedException'];
    assert.deepEqual(await answer(await send({ expired: true })), denied);
    assert.deepEqual(await answer('unknown'), [404, 'ResourceNotFoundException']);
    assert.deepEqual(await answer('x'.repeat(1001)), [400, 'ValidationException']);
    assert.deepEqual(await answer(good, (await emulator.customer()).connectionToken), denied);
    assert.equal((await describeView(good)).status, 200);
    emulator.clock.advance(60 * 60_000);
    assert.deepEqual(await answer(good), denied);
    const newer = await send();
    assert.equal(await emulator.api.expire('view-tokens', customer.contactId), 1);
    assert.deepEqual(await answer(newer), denied);
  });

  it('calls a path that is not encoded correctly invalid', async () => {
    const headers = { 'x-amz-bearer': customer.connectionToken };
    assert.equal((await emulator.request('GET', '/participant/views/%', undefined, headers)).status, 400);
  });

  it('sends no view and no template where the contact takes none', async () => {
    const plain = await emulator.customer({ supportedMessagingContentTypes: ['text/plain'] });
    for (const sending of [
      () => emulator.api.sendView(plain.contactId, { viewId: 'form' }),
      () => emulator.api.sendInteractive(plain.contactId, { template: {} }),
    ]) {
      await assert.rejects(sending, (error) => error instanceof ControlRefusal && error.status === 400);
    }
  });

  it('sends any text in the place of a template', async () => {
    const template = "{'templateType': 'Panel'}";
    const item = await emulator.api.sendInteractive(customer.contactId, { template, participant: 'AGENT' });
    assert.deepEqual([item.Content, item.ParticipantRole], [template, 'AGENT']);
  });

  it('tells which views were sent, without their tokens', async () => {
    await emulator.api.sendView(customer.contactId, { viewId: 'form' });
    const { views } = await emulator.detail(customer.contactId);
    assert.deepEqual(
      views.map(({ viewId, expiresAt }) => [viewId, Date.parse(expiresAt) - emulator.clock.now()]),
      [['form', 60 * 60_000]],
    );
  });
});
