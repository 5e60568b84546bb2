import { expect } from '@open-wc/testing';
import { ConnectChatError } from '../../src/errors.js';

describe('ConnectChatError', () => {
  it('is an error with a code, a sentence and a word on whether to try again', () => {
    const cause = new TypeError('Failed to fetch');
    const error = new ConnectChatError('start-chat/unreachable', 'We couldn’t reach our server.', true, {
      cause,
    });
    expect(error).to.be.instanceOf(Error);
    expect(error).to.include({
      name: 'ConnectChatError',
      code: 'start-chat/unreachable',
      message: 'We couldn’t reach our server.',
      recoverable: true,
      cause,
    });
  });
});
