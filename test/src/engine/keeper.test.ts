import { expect } from '@open-wc/testing';
import { Keeper } from '../../../src/engine/keeper.js';
import { initialState, type State } from '../../../src/engine/state.js';
import type { SessionEvent, Store } from '../../../src/engine/types.js';
import { after, connected, contact } from '../../support/engine.js';

const credentials = { participantToken: 'secret' };

/** A store that counts what is written to it. */
class CountingStore implements Store {
  value: unknown;
  writes = 0;

  read(): unknown {
    return this.value;
  }
  write(value: unknown): void {
    this.writes += 1;
    this.value = JSON.parse(JSON.stringify(value)) as unknown;
  }
  clear(): void {
    this.value = undefined;
  }
}

const stateAfter = (...events: SessionEvent[]): State => after(...connected, ...events)[0];
const open = stateAfter();

describe('a keeper', () => {
  it('finds what it has kept', () => {
    const store = new CountingStore();
    new Keeper(store).keep(open, initialState, credentials);
    expect(new Keeper(store).read()).to.deep.include({ contact, credentials });
  });

  it('writes only what is new to the store', () => {
    const store = new CountingStore();
    const keeper = new Keeper(store);
    keeper.keep(open, initialState, credentials);
    keeper.keep({ ...open, online: false }, open, credentials);
    expect(store.writes).to.equal(1);
    keeper.keep(stateAfter({ type: 'draft', text: 'Hel' }), open, credentials);
    expect(store.writes).to.equal(2);
  });

  it('removes what nobody can read, and nothing else', () => {
    const store = new CountingStore();
    store.value = { version: 'another' };
    expect(new Keeper(store).read()).to.equal(undefined);
    expect(store.value).to.not.equal(undefined);
    expect(new Keeper(store).restore()).to.equal(undefined);
    expect(store.value).to.equal(undefined);
  });

  it('keeps nothing more of a chat that is forgotten, and the next chat again', () => {
    const store = new CountingStore();
    const keeper = new Keeper(store);
    keeper.keep(open, initialState, credentials);
    keeper.forget();
    keeper.keep(stateAfter({ type: 'draft', text: 'Hel' }), open, credentials);
    expect(store.value).to.equal(undefined);
    const [starting] = after({ type: 'start' });
    keeper.keep(starting, initialState, credentials);
    keeper.keep(open, starting, credentials);
    expect(keeper.read()).to.deep.include({ contact });
  });

  it('needs no store', () => {
    const keeper = new Keeper(undefined);
    keeper.keep(open, initialState, credentials);
    keeper.forget();
    expect(keeper.restore()).to.equal(undefined);
  });
});
