import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { DraftController } from '../../../src/controllers/draft-controller.js';
import { ManualSchedule } from '../../support/manual-schedule.js';

class DraftHost extends LitElement {}
customElements.define('test-draft-host', DraftHost);

describe('DraftController', () => {
  let host: DraftHost;
  let time: ManualSchedule;
  let saved: string[];
  let draft: DraftController;

  beforeEach(async () => {
    host = await fixture(html`<test-draft-host></test-draft-host>`);
    time = new ManualSchedule();
    saved = [];
    draft = new DraftController(host, (text) => saved.push(text), time.schedule);
  });

  it('saves what is written, at most once in 300 ms', () => {
    for (const text of ['a', 'ab', 'abc']) draft.write(text);
    expect(saved).to.deep.equal([]);
    time.advance(300);
    expect(saved).to.deep.equal(['abc']);
    draft.write('abcd');
    time.advance(299);
    expect(saved).to.deep.equal(['abc']);
    time.advance(1);
    expect(saved).to.deep.equal(['abc', 'abcd']);
  });

  it('saves at once when it is told to, and only once', () => {
    draft.write('a');
    draft.flush();
    time.advance(300);
    draft.flush();
    expect(saved).to.deep.equal(['a']);
  });

  it('does not save what the session has already', () => {
    draft.follow('a');
    draft.write('ab');
    draft.write('a');
    time.advance(300);
    expect(saved).to.deep.equal([]);
  });

  it('saves when the page goes', () => {
    draft.write('a');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(saved).to.deep.equal(['a']);
  });

  it('saves when its host goes, and listens no more', () => {
    draft.write('a');
    host.remove();
    expect(saved).to.deep.equal(['a']);
    draft.write('ab');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(saved).to.deep.equal(['a']);
  });

  describe('a draft that comes from outside', () => {
    it('is shown', () => {
      draft.follow('from the store');
      expect(draft.text).to.equal('from the store');
      draft.follow('');
      expect(draft.text).to.equal('');
    });

    it('does not replace what is being written', () => {
      draft.write('mine');
      draft.follow('theirs');
      expect(draft.text).to.equal('mine');
      time.advance(300);
      expect(saved).to.deep.equal(['mine']);
    });

    it('does not replace what has been saved but is not known yet', () => {
      draft.write('mine');
      draft.flush();
      draft.follow('theirs');
      expect(draft.text).to.equal('mine');
      draft.follow('mine');
      draft.follow('theirs again');
      expect(draft.text).to.equal('theirs again');
    });

    it('is not taken for news when it is an older version of what stands here', () => {
      for (const text of ['a', 'ab', 'abc']) {
        draft.write(text);
        draft.flush();
      }
      draft.follow('a');
      draft.follow('ab');
      expect(draft.text).to.equal('abc');
      draft.follow('abc');
      expect(draft.text).to.equal('abc');
    });
  });

  describe('with another session', () => {
    it('begins with the draft of that one', () => {
      draft.follow('old');
      draft.adopt('new');
      expect(draft.text).to.equal('new');
      expect(saved).to.deep.equal([]);
    });

    it('hands it what stands here if it has none', () => {
      draft.write('half a thought');
      draft.adopt('');
      expect(draft.text).to.equal('half a thought');
      expect(saved).to.deep.equal(['half a thought']);
    });
  });
});
