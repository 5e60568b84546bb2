/**
 * `npm run mutate:named [-- NAME …]`: breaks the engine on purpose, one way after another, in a copy of the tree, and expects the tests to notice.
 * Ends with one plain line, and with status 1 when a breakage survives. A breakage that no longer fits the source is a mistake of this file: it must
 * be brought up to date.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Edit {
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
}

interface Mutation {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** The part of the suite that has to notice: a test file of the browser, or some hundreds of the chaos schedules. */
  readonly suite: 'chaos' | `test/src/engine/${string}.test.ts`;
}

const mutations: readonly Mutation[] = [
  {
    name: 'no echo de-duplication',
    suite: 'chaos',
    edits: [
      { file: 'src/engine/transcript.ts', find: 'if (!before && awaitingReply &&', replace: 'if (false &&' },
      {
        file: 'src/engine/transcript.ts',
        find: '.filter((entry) => entry !== own && entry !== shown)',
        replace: '.filter((entry) => entry !== own)',
      },
    ],
  },
  {
    name: 'no gap fill',
    suite: 'chaos',
    edits: [
      {
        file: 'src/engine/connection.ts',
        find: "      { type: 'fetch-transcript' },\n",
        replace: "      ...(state.loaded ? [] : [{ type: 'fetch-transcript' } as const]),\n",
      },
    ],
  },
  {
    name: 'new client token on retry',
    suite: 'chaos',
    edits: [
      {
        file: 'src/engine/outbox.ts',
        find: "[{ type: 'post-message', key, clientToken, text, contentType }]",
        replace:
          "[{ type: 'post-message', key, clientToken: `${clientToken}:${state.nextConnection}:${item.attempts}`, text, contentType }]",
      },
    ],
  },
  {
    name: 'no make-before-break guard',
    suite: 'test/src/engine/transition.test.ts',
    edits: [
      {
        file: 'src/engine/connection.ts',
        find: `    { ...state, session: { ...session, renewing: connection }, nextConnection: connection + 1 },
    [{ type: 'open-connection', connection }],`,
        replace: `    { ...state, session: { ...session, renewing: connection }, nextConnection: connection + 1 },
    [{ type: 'close-connection', connection: session.connection }, { type: 'open-connection', connection }],`,
      },
    ],
  },
  {
    name: 'facts of a replaced connection accepted',
    suite: 'test/src/engine/transition.test.ts',
    edits: [
      {
        file: 'src/engine/transition.ts',
        find: 'return isCurrent(state, event.connection) ?',
        replace: 'return isCurrent(state, event.connection) || contactOf(state.session) ?',
      },
    ],
  },
  {
    name: 'no 403 verification',
    suite: 'chaos',
    edits: [
      {
        file: 'src/engine/transition.ts',
        find: "failure.kind === 'forbidden' && state.outbox.some(({ status }) => status === 'queued')",
        replace: 'failure.kind !== failure.kind',
      },
    ],
  },
  {
    name: 'no owner check before sending',
    suite: 'chaos',
    edits: [
      {
        file: 'src/engine/session.ts',
        find: 'const owned = this.#ports.tabs?.stillOwned() ?? true;',
        replace: 'const owned: boolean | Promise<boolean> = true as boolean;',
      },
    ],
  },
];

const SCHEDULES = '1000';

function commandOf(suite: Mutation['suite']): readonly string[] {
  return suite === 'chaos'
    ? ['tsx', 'test/chaos/cli.ts', '--seed', '1', '--runs', SCHEDULES]
    : ['web-test-runner', '--files', suite];
}

/** The parts of the tree that the suites need, in a folder of their own. */
function copyTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'connect-chat-mutate-'));
  const parts = [
    'src',
    'components',
    'demo',
    'test',
    'package.json',
    'tsconfig.json',
    'web-test-runner.config.mjs',
  ];
  for (const part of parts) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs a suite; the output is kept to tell what noticed. */
function run(
  folder: string,
  suite: Mutation['suite'],
): Promise<{ readonly green: boolean; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const [program = '', ...rest] = commandOf(suite);
    const child = spawn(join('node_modules', '.bin', program), rest, { cwd: folder });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', reject);
    child.on('close', (status) => resolve({ green: status === 0, output }));
  });
}

function apply(folder: string, { name, edits }: Mutation): void {
  for (const { file, find, replace } of edits) {
    const path = join(folder, file);
    const source = readFileSync(path, 'utf8');
    const parts = source.split(find);
    if (parts.length !== 2)
      throw new Error(`"${name}": in ${file} this stands ${parts.length - 1} times, not once:\n${find}`);
    writeFileSync(path, parts.join(replace));
  }
}

function restore(folder: string, { edits }: Mutation): void {
  for (const { file } of edits) cpSync(file, join(folder, file));
}

/** What a red suite says; nothing when it did not fail on a test but broke down, which proves nothing. */
function noticed(output: string): string | undefined {
  return /^\s*(?:❌|\d+ x) *(.+)$/mu.exec(output)?.[1];
}

const wanted = process.argv.slice(2);
const chosen = mutations.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const folder = copyTree();
let survivors = 0;
try {
  for (const suite of new Set(chosen.map((one) => one.suite))) {
    const { green, output } = await run(folder, suite);
    if (!green) throw new Error(`The suite is red before anything is broken: ${suite}\n${output}`);
  }
  for (const mutation of chosen) {
    apply(folder, mutation);
    const { green, output } = await run(folder, mutation.suite);
    restore(folder, mutation);
    const proof = noticed(output);
    if (!green && proof === undefined)
      throw new Error(`"${mutation.name}" broke the suite itself:\n${output}`);
    if (green) survivors += 1;
    console.log(green ? `SURVIVED  ${mutation.name}` : `noticed   ${mutation.name}: ${proof ?? ''}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${chosen.length - survivors} of ${chosen.length} breakages noticed`);
process.exitCode = survivors > 0 || chosen.length === 0 ? 1 : 0;
