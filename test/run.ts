/**
 * `npm test`: everything there is, in Node and in the browser. Ends with one plain line, `N passed, N failed`.
 * Arguments are path fragments: `npm test -- composer` runs only the files whose path contains one of them.
 */
import { readdirSync } from 'node:fs';
import { run } from 'node:test';
import { spec as SpecReporter } from 'node:test/reporters';
import { startTestRunner, type TestSuiteResult } from '@web/test-runner';
import browserConfig from '../web-test-runner.config.mjs';

interface Tally {
  passed: number;
  failed: number;
}

const wanted = process.argv.slice(2);

const testFiles = (...folders: string[]) =>
  folders
    .flatMap((folder) =>
      readdirSync(`test/${folder}`, { recursive: true }).map((file) => `test/${folder}/${String(file)}`),
    )
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .sort();

/** What these do is timed. */
const ALONE = /\/chaos\/|\/(absence|tabs)\b/;

/** Files run in their own processes. Most wait more than they work: of these, two go at a time. */
async function inNode(files: string[], concurrency: number): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  if (files.length === 0) return tally;
  const tests = run({ files, concurrency });
  // A suite's own result repeats its tests'.
  const count = (outcome: keyof Tally) => (event: { name: string; details: { type?: string } }) => {
    if (event.details.type !== 'suite') tally[outcome] += 1;
  };
  tests.on('test:pass', count('passed'));
  tests.on('test:fail', count('failed'));
  const report = tests.compose(new SpecReporter()) as AsyncIterable<unknown>;
  for await (const line of report) process.stdout.write(String(line));
  return tally;
}

async function inBrowser(files: string[]): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  if (files.length === 0) return tally;
  const config = { ...browserConfig, files, coverage: wanted.length === 0 };
  // Left to read its file, the runner takes what stands there before what is given here.
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config,
  });
  if (!runner) throw new Error('The browser test runner did not start.');
  const ok = await new Promise<boolean>((resolve) => runner.on('stopped', resolve));
  for (const session of runner.sessions.all()) {
    if (session.testResults) add(session.testResults, tally);
    // A file that failed to load, or left an error behind, failed even where no test of it did.
    tally.failed += session.errors.length;
  }
  // Coverage below its threshold fails the run without failing a test.
  if (!ok && tally.failed === 0) tally.failed = 1;
  return tally;
}

function add(suite: TestSuiteResult, tally: Tally): void {
  for (const test of suite.tests) tally[test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) add(inner, tally);
}

const browser = await inBrowser(testFiles('src', 'components'));
const nodeFiles = testFiles('demo', 'conformance', 'package', 'chaos', 'e2e');
const together = await inNode(
  nodeFiles.filter((file) => !ALONE.test(file)),
  2,
);
const alone = await inNode(
  nodeFiles.filter((file) => ALONE.test(file)),
  1,
);
const tallies = [browser, together, alone];
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
