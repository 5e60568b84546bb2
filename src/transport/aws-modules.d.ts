// The package's front door also loads its full client, with signing, credentials and retries, and a JSON file that no
// browser can import. These two folders of it hold everything in use here; the version is pinned exactly.
declare module '@aws-sdk/client-connectparticipant/dist-es/commands/index.js' {
  export {
    CancelParticipantAuthenticationCommand,
    CompleteAttachmentUploadCommand,
    CreateParticipantConnectionCommand,
    DescribeViewCommand,
    DisconnectParticipantCommand,
    GetAttachmentCommand,
    GetAuthenticationUrlCommand,
    GetTranscriptCommand,
    SendEventCommand,
    SendMessageCommand,
    StartAttachmentUploadCommand,
  } from '@aws-sdk/client-connectparticipant';
}

declare module '@aws-sdk/client-connectparticipant/dist-es/schemas/schemas_0.js' {
  export { errorTypeRegistries } from '@aws-sdk/client-connectparticipant';
}
