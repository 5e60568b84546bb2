import { expect } from '@open-wc/testing';
import { createOnline } from '../../../src/platform/online.js';

class FakeDocument extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
}

/** A page whose connectivity and visibility the test decides. */
class FakePage {
  readonly window = new EventTarget();
  readonly document = new FakeDocument();
  readonly navigator = { onLine: true };

  show(visibilityState: DocumentVisibilityState): void {
    this.document.visibilityState = visibilityState;
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
}

describe('createOnline', () => {
  let page: FakePage;
  let told: string[];
  let stop: () => void;

  beforeEach(() => {
    page = new FakePage();
    told = [];
    stop = createOnline(page).watch((change) => told.push(change));
  });

  it('says whether the device is online', () => {
    expect(createOnline(page).isOnline()).to.be.true;
    page.navigator.onLine = false;
    expect(createOnline(page).isOnline()).to.be.false;
  });

  it('uses the browser unless told otherwise', () => {
    expect(createOnline().isOnline()).to.equal(navigator.onLine);
    createOnline().watch(() => undefined)();
  });

  it('reports going offline and online', () => {
    page.window.dispatchEvent(new Event('offline'));
    page.window.dispatchEvent(new Event('online'));
    expect(told).to.deep.equal(['went-offline', 'went-online']);
  });

  it('reports waking when the page becomes visible, not when it is hidden', () => {
    page.show('hidden');
    expect(told).to.be.empty;
    page.show('visible');
    expect(told).to.deep.equal(['woke']);
  });

  it('reports waking when the page is thawed', () => {
    page.document.dispatchEvent(new Event('resume'));
    expect(told).to.deep.equal(['woke']);
  });

  it('takes a page that is left for offline', () => {
    page.window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(told).to.deep.equal(['went-offline']);
  });

  it('takes a page that comes from the back/forward cache for online, not one that is new', () => {
    page.window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(told).to.be.empty;
    page.window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(told).to.deep.equal(['went-online']);
  });

  it('leaves a page that comes back without a network offline', () => {
    page.navigator.onLine = false;
    page.window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(told).to.be.empty;
  });

  it('reports nothing more once stopped', () => {
    stop();
    page.window.dispatchEvent(new Event('online'));
    page.show('visible');
    expect(told).to.be.empty;
  });
});
