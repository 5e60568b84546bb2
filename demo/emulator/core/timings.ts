/** Every time the emulator knows, in milliseconds. */
export interface EmulatorTimings {
  /** How long after its issue a socket URL can be opened. */
  readonly urlValidMs: number;
  /** How long after the issue of its URL a socket lives (`ConnectionExpiry`). */
  readonly socketLifeMs: number;
  /** How long a connection token is accepted (`Expiry`). */
  readonly connectionTokenLifeMs: number;
  /** How long a started contact waits for its customer before it ends. */
  readonly connectWithinMs: number;
  /** One minute of `ChatDurationInMinutes`. */
  readonly minuteMs: number;
  /** How far a signature's date may be from now. */
  readonly signatureSkewMs: number;
  /** Between a reply and the echo of what it accepted, in either order. */
  readonly echoGapMs: number;
  /** One second of the request quotas' rates. */
  readonly quotaSecondMs: number;
  /** How long after StartAttachmentUpload an upload may begin. */
  readonly uploadUrlMs: number;
  /** One second of GetAttachment's `UrlExpiryInSeconds`. */
  readonly downloadUrlSecondMs: number;
  /** How long the scanner takes for a file. */
  readonly scanMs: number;
  /** How long a view can be looked up after it was sent. */
  readonly viewTokenMs: number;
  /** How long after `authentication.initiated` the URL of a sign-in can be fetched. */
  readonly signInUrlMs: number;
  /** How long a customer has to sign in. */
  readonly signInMs: number;
  /** How long the sign-in lasts that nobody waits for. */
  readonly signInLapseMs: number;
  /** How long each question of the survey waits for its answer. */
  readonly surveyMs: number;
  /** From the identity provider's answer to the event that says what came of it. */
  readonly signInCheckMs: number;
  /** How long in-flight processing holds a message back. */
  readonly processingMs: number;
  /** From the start of a persistent chat to the moment its past chats can be read. */
  readonly rehydrateMs: number;
  /** The longest that items are held back to be reordered, when too few follow. */
  readonly reorderHoldMs: number;
  /** From a customer's message to its delivered receipt. */
  readonly deliveredMs: number;
  /** From a customer's message to its read receipt. */
  readonly readMs: number;
  /** How long the bot types before it answers. */
  readonly botTypingMs: number;
  /** Between two chunks of a streamed answer. */
  readonly streamChunkMs: number;
  /** How long a waiting customer is kept for the agent console before the scripted agent takes over. */
  readonly handOverWaitMs: number;
  /** How long the scripted agent types before an answer. */
  readonly agentTypingMs: number;
}

/** The service's own times, and a human pace for the script. */
export const defaultTimings: EmulatorTimings = {
  urlValidMs: 100_000,
  socketLifeMs: 65 * 60_000,
  connectionTokenLifeMs: 24 * 60 * 60_000,
  connectWithinMs: 5 * 60_000,
  minuteMs: 60_000,
  signatureSkewMs: 5 * 60_000,
  echoGapMs: 15,
  quotaSecondMs: 1_000,
  uploadUrlMs: 60_000,
  downloadUrlSecondMs: 1_000,
  scanMs: 1_500,
  viewTokenMs: 60 * 60_000,
  signInUrlMs: 60_000,
  signInMs: 5 * 60_000,
  signInLapseMs: 3_000,
  surveyMs: 30_000,
  signInCheckMs: 700,
  processingMs: 1_000,
  rehydrateMs: 1_500,
  reorderHoldMs: 2_000,
  deliveredMs: 250,
  readMs: 600,
  botTypingMs: 1_100,
  streamChunkMs: 160,
  handOverWaitMs: 6_000,
  agentTypingMs: 1_800,
};

/** All of `timings`, `factor` times shorter. */
export function scaleTimings(timings: EmulatorTimings, factor: number): EmulatorTimings {
  const scaled = { ...timings };
  for (const name of Object.keys(timings) as (keyof EmulatorTimings)[]) {
    Object.assign(scaled, { [name]: timings[name] / factor });
  }
  return scaled;
}
