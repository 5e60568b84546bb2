import { expect } from '@open-wc/testing';
import type { StoredChat } from '../../../src/engine/types.js';
import { createStore, storageOf } from '../../../src/platform/store.js';

const key = 'store-test';
const name = `connect-chat:${key}`;
const chat: StoredChat = {
  features: {},
  outbox: [],
  ending: false,
  draft: 'Grüße 👋',
  notes: { form: 'half' },
  seenUntil: 7,
};

/** A storage that refuses everything, as some browsers' do. */
const refusing = new Proxy({} as Storage, {
  get: () => () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  },
});

for (const [kind, storage] of [
  ['session', sessionStorage],
  ['local', localStorage],
] as const) {
  describe(`createStore (${kind})`, () => {
    const store = createStore({ storage, key });

    afterEach(() => storage.clear());

    it('keeps a chat under its key', () => {
      store.write(chat);
      expect(store.read()).to.deep.equal(chat);
      expect(storage.getItem(name)).not.to.equal(null);
      expect(createStore({ storage, key: 'another' }).read()).to.be.undefined;
    });

    it('knows nothing before and after', () => {
      expect(store.read()).to.be.undefined;
      store.write(chat);
      store.clear();
      expect(store.read()).to.be.undefined;
      expect(storage.getItem(name)).to.equal(null);
    });

    for (const broken of ['', '{', 'undefined', '{"version":1', '\u0000', '['.repeat(200_000)]) {
      it(`removes ${JSON.stringify(broken.slice(0, 20))}, which is no JSON`, () => {
        storage.setItem(name, broken);
        expect(store.read()).to.be.undefined;
        expect(storage.getItem(name)).to.equal(null);
      });
    }
  });
}

describe('createStore', () => {
  afterEach(() => localStorage.clear());

  const create = (maxBytes: number) => {
    const reported: unknown[] = [];
    const store = createStore({
      storage: localStorage,
      key,
      maxBytes,
      report: (error) => reported.push(error),
    });
    return { store, reported };
  };

  it('keeps the last good record when the next is too long, and says so once', () => {
    const { store, reported } = create(1_000);
    store.write(chat);
    for (const length of [1_001, 5_000]) store.write({ ...chat, draft: 'x'.repeat(length) });
    expect(store.read()).to.deep.equal(chat);
    expect(reported).to.have.length(1);
    expect(reported[0]).to.be.instanceOf(RangeError);
    store.write({ ...chat, draft: 'short' });
    expect(store.read()).to.have.property('draft', 'short');
  });

  it('counts bytes, not letters', () => {
    const { store, reported } = create(1_000);
    store.write({ ...chat, draft: '漢'.repeat(350) });
    store.write({ ...chat, draft: 'x'.repeat(900) });
    expect(reported).to.have.length(1);
    expect(store.read()).to.have.property('draft').that.has.length(900);
  });

  it('removes a record that is longer than any of ours', () => {
    const { store } = create(1_000);
    localStorage.setItem(name, JSON.stringify('x'.repeat(2_000)));
    expect(store.read()).to.be.undefined;
    expect(localStorage).to.have.length(0);
  });

  it('keeps the last good record when the quota is used up', () => {
    const { store, reported } = create(5_000_000);
    store.write(chat);
    localStorage.setItem('page', 'x'.repeat(4_000_000));
    store.write({ ...chat, draft: 'x'.repeat(2_000_000) });
    expect(store.read()).to.deep.equal(chat);
    expect(reported).to.have.length(1);
    expect(reported[0]).to.be.instanceOf(DOMException).with.property('name', 'QuotaExceededError');
  });

  it('never throws on a storage that refuses everything', () => {
    const reported: unknown[] = [];
    const store = createStore({ storage: refusing, key, report: (error) => reported.push(error) });
    store.write(chat);
    store.write(chat);
    store.clear();
    expect(store.read()).to.be.undefined;
    expect(reported).to.have.length(1);
  });

  it('never throws on a chat that cannot be written', () => {
    const { store, reported } = create(1_000);
    store.write({ ...chat, seenUntil: 7n as unknown as number });
    expect(reported).to.have.length(1);
    expect(store.read()).to.be.undefined;
  });
});

describe('storageOf', () => {
  it("gives the page's storages", () => {
    expect(storageOf('session')).to.equal(sessionStorage);
    expect(storageOf('local')).to.equal(localStorage);
  });

  it('gives none where the browser has none, or forbids to ask', () => {
    const forbidding = {
      get sessionStorage(): Storage {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    };
    expect(storageOf('session', forbidding)).to.be.undefined;
    expect(storageOf('local', forbidding)).to.be.undefined;
    expect(storageOf('local', { localStorage: null as unknown as Storage })).to.be.undefined;
  });

  it('gives none in a sandboxed frame', async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    // The frame's origin may not import from ours: it gets the module's text.
    const source = new URL('../../../src/platform/store.ts', import.meta.url);
    const code = encodeURIComponent(await (await fetch(source)).text());
    frame.srcdoc = `<script type="module">
      import { storageOf } from "data:text/javascript,${code.replaceAll("'", '%27')}";
      parent.postMessage([storageOf('local') === undefined, storageOf('session') === undefined], '*');
    </script>`;
    const answer = new Promise<unknown>((resolve) => {
      addEventListener('message', ({ data }) => resolve(data), { once: true });
    });
    document.body.append(frame);
    expect(await answer).to.deep.equal([true, true]);
    frame.remove();
  });
});
