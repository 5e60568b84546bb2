import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createControl } from '../../demo/emulator/control-client.js';
import { formSteps } from '../../demo/emulator/core/flow/samples/managed-views.js';
import type { ConnectChat } from '../../src/connect-chat.js';
import { listContent, template, timeContent } from '../fixtures/interactive-templates.js';
import { ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ timings: { scanMs: 20 } })));
after(() => stage.close());

// Pictures are from a host that is none.
const { imageData: _, elements, ...list } = listContent;

describe('a page with a strict policy and Trusted Types', () => {
  it('has nothing to object to in any card', async (t) => {
    const page = await stage.visit(t, stage.chatPage('/test/policy.html', { 'auto-start': true }));
    const policy = await page.evaluate(async () =>
      (await fetch(location.href)).headers.get('content-security-policy'),
    );
    assert.match(policy ?? '', /^default-src 'none'; script-src 'self'; style-src 'self';/);
    assert.match(policy ?? '', /require-trusted-types-for 'script'; trusted-types lit-html dompurify$/);
    const chat = new ChatView(page);
    const id = await chat.connected();
    const control = createControl(`${stage.origin}/control`);

    await chat.element.evaluate((element: ConnectChat) => {
      element.registerRenderer('application/json', {
        render: ({ text }) =>
          Object.assign(document.createElement('output'), { value: `Page’s own: ${text}` }),
        text: () => 'Something of the page’s own',
      });
    });
    await stage.control.add(id, { ContentType: 'application/json', Content: '{"degrees":21}' });
    await chat.log.getByText('Page’s own: {"degrees":21}').waitFor();

    await stage.control.add(id, { ContentType: 'text/markdown', Content: '# A title\n\n- **one**\n- `two`' });
    await chat.log.locator('li', { hasText: 'two' }).waitFor();

    await control.sendAttachment(id, {
      name: 'lamp.png',
      content: new Blob([new Uint8Array(await page.screenshot())]),
    });
    await chat.log.locator('[part~=picture] canvas').waitFor();
    await control.sendAttachment(id, { name: 'guide.pdf', content: new Blob(['a guide']) });
    await chat.log.getByText('guide.pdf').last().waitFor();

    await control.sendInteractive(id, {
      template: template('ListPicker', { ...list, elements: elements.slice(1) }),
    });
    await chat.log.getByText(list.title).last().waitFor();
    await control.sendInteractive(id, { template: template('TimePicker', timeContent) });
    await chat.log.locator('[part~=time-slot]').first().waitFor();

    await stage.control.view(id, { viewId: 'form', viewData: formSteps[0] });
    await chat.element.getByRole('textbox', { name: 'E-mail' }).fill('sam@example.com');

    await stage.control.askToSignIn(id);
    await chat.button('Continue without signing in').click();
    await chat.element.getByText('You went on without signing in').first().waitFor();

    await stage.control.add(id, {
      ContentType: 'application/vnd.amazonaws.connect.message.interactive',
      Content: '{"templateType":"AppleForm","data":{"content":{"title":"For another channel"}}}',
    });
    await chat.log.getByText('For another channel').last().waitFor();
    assert.deepEqual(await chat.events('error'), []);
  });
});
