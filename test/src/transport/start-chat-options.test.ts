import { expect } from '@open-wc/testing';
import { startChatRequest, type StartChatOptions } from '../../../src/transport/start-chat-options.js';

const least: StartChatOptions = {
  contentType: 'application/json',
  customerName: 'Ada',
  contentTypes: ['text/plain', 'text/markdown'],
};

describe('startChatRequest', () => {
  it('holds nothing that was not given', () => {
    expect(startChatRequest(least, 'token-1')).to.deep.equal({
      ParticipantDetails: { DisplayName: 'Ada' },
      Username: 'Ada',
      SupportedMessagingContentTypes: ['text/plain', 'text/markdown'],
      ClientToken: 'token-1',
    });
  });

  it('holds all that was given', () => {
    const options: StartChatOptions = {
      ...least,
      instanceId: 'instance',
      contactFlowId: 'flow',
      attributes: { plan: 'gold' },
      initialMessage: 'Hello',
      durationMinutes: 90,
      sourceContactId: 'contact-0',
      rehydrationType: 'FROM_SEGMENT',
    };
    expect(startChatRequest(options, 'token-1')).to.deep.equal({
      InstanceId: 'instance',
      ContactFlowId: 'flow',
      ParticipantDetails: { DisplayName: 'Ada' },
      Username: 'Ada',
      Attributes: { plan: 'gold' },
      InitialMessage: { ContentType: 'text/plain', Content: 'Hello' },
      ChatDurationInMinutes: 90,
      SupportedMessagingContentTypes: ['text/plain', 'text/markdown'],
      PersistentChat: { SourceContactId: 'contact-0', RehydrationType: 'FROM_SEGMENT' },
      ClientToken: 'token-1',
    });
  });

  it('continues the whole past session unless told otherwise', () => {
    expect(startChatRequest({ ...least, sourceContactId: 'contact-0' }, 't').PersistentChat).to.deep.equal({
      SourceContactId: 'contact-0',
      RehydrationType: 'ENTIRE_PAST_SESSION',
    });
  });

  it('leaves empty values out and cuts a name that the service would refuse', () => {
    const request = startChatRequest(
      { ...least, customerName: ` ${'x'.repeat(300)}`, attributes: {}, instanceId: '' },
      't',
    );
    expect(request).not.to.have.any.keys('Attributes', 'InstanceId');
    expect(request.ParticipantDetails.DisplayName).to.have.length(256);
  });
});
