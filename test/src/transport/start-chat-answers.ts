const result = { ContactId: 'contact-1', ParticipantId: 'participant-1', ParticipantToken: 'token-1' };
const small = { contactId: 'contact-1', participantId: 'participant-1', participantToken: 'token-1' };

/** Every shape in which start-chat endpoints in use answer with the same contact. */
export const shapes: Readonly<Record<string, unknown>> = {
  "Amazon's sample back end": {
    data: { startChatResult: result, featurePermissions: { MESSAGING_MARKDOWN: true } },
  },
  'a result without data': { startChatResult: result },
  'the README of ChatJS': { data: result },
  'the bare StartChatContact answer': result,
  'small letters at the root': small,
  'small letters in data': { data: small },
  'small letters in the result': { data: { startChatResult: small } },
  'a success flag': { success: true, ...small },
  'null errors': { error: null, Error: '', ...small },
  'a body as text': { statusCode: 200, body: JSON.stringify({ data: { startChatResult: result } }) },
  'a body as an object': { statusCode: 201, body: { startChatResult: result } },
  'JSON text': JSON.stringify({ data: { startChatResult: result } }),
  'data as text': { data: JSON.stringify({ startChatResult: result }) },
};
