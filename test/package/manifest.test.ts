import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly files: readonly string[];
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies?: unknown;
  readonly scripts: Readonly<Record<string, string>>;
}

const read = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as Manifest;

describe('package.json', () => {
  it('runs nothing on the machine of who installs the package', async () => {
    const { scripts } = await read('package.json');
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare'])
      assert.equal(scripts[name], undefined);
  });

  it('installs nothing optional, which everybody would get', async () => {
    assert.equal((await read('package.json')).optionalDependencies, undefined);
  });

  it('keeps the tools of the build out of the dependencies', async () => {
    const { dependencies } = await read('package.json');
    assert.deepEqual(Object.keys(dependencies).sort(), ['dompurify', 'lit', 'marked']);
  });

  it('is licensed as its LICENSE says', async () => {
    assert.equal((await read('package.json')).license, 'Apache-2.0');
    assert.match(await readFile('LICENSE', 'utf8'), /Apache License\s+Version 2\.0, January 2004/);
  });
});

describe('package-lock.json', () => {
  it('holds no download address, so that it works with any registry', async () => {
    assert.ok(!(await readFile('package-lock.json', 'utf8')).includes('"resolved"'));
  });

  it('is of the same version', async () => {
    assert.equal((await read('package-lock.json')).version, (await read('package.json')).version);
  });
});
