import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { SelectController, type ChatSession } from '../../../src/controllers/select-controller.js';
import { FakeSession } from '../../support/fake-session.js';

class UnreadCount extends LitElement {
  @property({ attribute: false }) session: ChatSession | undefined;
  updates = 0;
  readonly unread = new SelectController(this, (snapshot) => snapshot.unread);

  protected override willUpdate(): void {
    this.unread.follow(this.session);
  }

  protected override updated(): void {
    this.updates += 1;
  }

  protected override render() {
    return html`${this.unread.value}`;
  }
}
customElements.define('test-unread-count', UnreadCount);

describe('SelectController', () => {
  let session: FakeSession;
  let el: UnreadCount;

  beforeEach(async () => {
    session = new FakeSession({ unread: 2 });
    el = await fixture(html`<test-unread-count .session=${session}></test-unread-count>`);
  });

  it('has the selected part from the first rendering on', () => {
    expect(el).shadowDom.to.equal('2');
    expect(el.updates).to.equal(1);
  });

  it('updates its host when the selected part changes', async () => {
    session.set({ unread: 3 });
    await el.updateComplete;
    expect(el).shadowDom.to.equal('3');
  });

  it('leaves its host alone when something else changes', async () => {
    const before = el.updates;
    session.set({ ending: true });
    await el.updateComplete;
    expect(el.updates).to.equal(before);
  });

  it('lets go of the session when its host is removed, and finds it again', async () => {
    const parent = el.parentElement!;
    el.remove();
    expect(session.listenerCount).to.equal(0);
    session.set({ unread: 5 });
    parent.append(el);
    await el.updateComplete;
    expect(el).shadowDom.to.equal('5');
    expect(session.listenerCount).to.equal(1);
  });

  it('changes over to another session', async () => {
    const next = new FakeSession({ unread: 9 });
    el.session = next;
    await el.updateComplete;
    expect(el).shadowDom.to.equal('9');
    expect([session.listenerCount, next.listenerCount]).to.deep.equal([0, 1]);
  });
});
