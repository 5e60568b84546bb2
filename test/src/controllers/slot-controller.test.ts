import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { LitElement } from 'lit';
import { SlotController } from '../../../src/controllers/slot-controller.js';

class Box extends LitElement {
  readonly slots = new SlotController(this);

  protected override render() {
    return html`<slot name="a"></slot>${this.slots.has('a') ? '' : html`<p>Nothing yet</p>`}`;
  }
}
customElements.define('test-slot-box', Box);

class Outer extends LitElement {
  get box(): Box {
    return this.renderRoot.querySelector('test-slot-box')!;
  }

  protected override render() {
    return html`<test-slot-box><slot name="a" slot="a"></slot></test-slot-box>`;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    return (await this.box.updateComplete) && complete;
  }
}
customElements.define('test-slot-outer', Outer);

declare global {
  interface HTMLElementTagNameMap {
    'test-slot-box': Box;
    'test-slot-outer': Outer;
  }
}

const fallback = (box: Box) => box.renderRoot.querySelector('p');

describe('SlotController', () => {
  it('knows what is in a slot from the beginning', async () => {
    const box = await fixture<Box>(html`<test-slot-box><b slot="a">Hello</b></test-slot-box>`);
    expect(fallback(box)).to.equal(null);
  });

  it('takes a slot that is only handed on for empty', async () => {
    const outer = await fixture<Outer>(html`<test-slot-outer></test-slot-outer>`);
    expect(fallback(outer.box)).not.to.equal(null);
  });

  it('sees through a slot that is handed on and filled', async () => {
    const outer = await fixture<Outer>(html`<test-slot-outer><b slot="a">Hello</b></test-slot-outer>`);
    expect(fallback(outer.box)).to.equal(null);
  });

  it('notices when the page fills the slot later, and empties it again', async () => {
    const outer = await fixture<Outer>(html`<test-slot-outer></test-slot-outer>`);
    const { box } = outer;
    const child = document.createElement('b');
    child.slot = 'a';
    outer.append(child);
    await oneEvent(box.shadowRoot!, 'slotchange');
    await box.updateComplete;
    expect(fallback(box)).to.equal(null);
    child.remove();
    await oneEvent(box.shadowRoot!, 'slotchange');
    await box.updateComplete;
    expect(fallback(box)).not.to.equal(null);
  });
});
