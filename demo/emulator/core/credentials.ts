/** The one key pair the emulator accepts for signed requests. Published on purpose: it opens nothing but the emulator. */
export const demoCredentials = {
  accessKeyId: 'AKIDEMULATOR',
  secretAccessKey: 'emulator-secret-key',
} as const;

/** The one Connect instance the emulator knows. */
export const demoInstanceId = '11111111-2222-3333-4444-555555555555';

/** The one flow the emulator knows: the scripted conversation of `flow/script.ts`. */
export const demoContactFlowId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';

/** The region the demo signs for. The emulator accepts any region in a signature's scope. */
export const demoRegion = 'us-east-1';
