import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What a command has written. It rejects when the command fails, with both outputs in the message. */
export async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await execute(command, args, { cwd, maxBuffer: 2 ** 26 });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} failed.\n${stdout}${stderr}`, { cause: error });
  }
}

/** The package as it would be published. */
export interface Packed {
  readonly tarball: string;
  /** An empty project that has installed the tarball, and nothing else. */
  readonly consumer: string;
  /** Where it is installed. */
  readonly installed: string;
  remove(): Promise<void>;
}

const published = ['package.json', 'dist', 'README.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE'];
const forTypes = ['tsconfig.json', 'tsconfig.build.json', 'src', 'components'];

/** Packs and installs what `npm run bundle` has built, with fresh types. All of it happens in a temporary folder. */
export async function pack(): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-chat-package-'));
  const source = join(folder, 'source');
  const consumer = join(folder, 'consumer');
  await mkdir(consumer, { recursive: true });
  for (const name of [...published, ...forTypes]) await cp(name, join(source, name), { recursive: true });
  await symlink(resolve('node_modules'), join(source, 'node_modules'));
  await run(
    source,
    process.execPath,
    resolve('node_modules/typescript/bin/tsc'),
    '-p',
    'tsconfig.build.json',
  );
  // What is packed is built already, so the scripts that would build it are left out.
  const [{ filename }] = JSON.parse(
    await run(source, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
  ) as [{ readonly filename: string }];
  const tarball = join(folder, filename);
  await writeFile(
    join(consumer, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  await run(consumer, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', tarball);
  return {
    tarball,
    consumer,
    installed: join(consumer, 'node_modules', 'connect-chat'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
