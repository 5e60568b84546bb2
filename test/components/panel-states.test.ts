import { expect } from '@open-wc/testing';
import { frames } from '../look/snapshots.js';
import { find, mountPanel, settled } from '../support/mount-panel.js';
import { finishAnimations } from '../support/tokens.js';

describe('every state of <connect-chat-panel>', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const [
      name,
      { snapshot, then = [], draft = '', maxMessageBytes = 16_384, consent = false, composerError = '' },
    ] of Object.entries(frames)) {
      it(`is accessible: ${name}, ${scheme}`, async () => {
        const { host, panel, session } = await mountPanel(snapshot, { floating: true, maxMessageBytes });
        host.setAttribute('color-scheme', scheme);
        for (const changes of then) {
          session.set(changes);
          await settled(panel);
        }
        Object.assign(panel, { consent });
        const input = find(panel, 'textarea') as HTMLTextAreaElement;
        input.value = draft;
        input.dispatchEvent(new InputEvent('input'));
        Object.assign(panel, { composerError });
        await settled(panel);
        finishAnimations();
        await expect(panel).to.be.accessible();
      });
    }
  }
});
