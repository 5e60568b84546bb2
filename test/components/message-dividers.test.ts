import { expect } from '@open-wc/testing';
import { MessageDividers, type News } from '../../components/message-dividers.js';

describe('MessageDividers', () => {
  const nothing: News = { unread: 0, firstUnread: undefined, firstMissed: undefined };
  let dividers: MessageDividers;
  const update = (news: Partial<News>) => dividers.update({ ...nothing, ...news });

  beforeEach(() => {
    dividers = new MessageDividers();
  });

  it('stand above what is unread and what was missed', () => {
    update({ unread: 2, firstUnread: 'u', firstMissed: 'm' });
    expect(['u', 'm', 'x'].map((key) => dividers.above(key))).to.deep.equal(['new', 'missed', undefined]);
  });

  it('are one where both would stand, and it says "New"', () => {
    update({ unread: 2, firstUnread: 'a', firstMissed: 'a' });
    expect(dividers.above('a')).to.equal('new');
  });

  it('stay when all has been read', () => {
    update({ unread: 1, firstUnread: 'u', firstMissed: 'm' });
    update({ firstUnread: 'u', firstMissed: 'm' });
    expect(['u', 'm'].map((key) => dividers.above(key))).to.deep.equal(['new', 'missed']);
  });

  it('go when they are forgotten, and come back only for something else', () => {
    update({ firstMissed: 'm' });
    dividers.forget();
    update({ firstMissed: 'm' });
    expect(dividers.above('m')).to.equal(undefined);
    update({ firstMissed: 'n' });
    expect(dividers.above('n')).to.equal('missed');
  });

  it('lead to what is unread, or to what was missed until the end has been seen', () => {
    update({ unread: 1, firstUnread: 'u', firstMissed: 'm' });
    expect(dividers.mark(1)).to.equal('u');
    expect(dividers.mark(0)).to.equal('m');
    dividers.see();
    expect(dividers.mark(0)).to.equal(undefined);
    expect(dividers.mark(1)).to.equal('u');
  });
});
