// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { billGenerators } from '@plumbline/adapters/bill-generators/bill-generators';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { beforeAll, expect, test } from 'vitest';
import { type CommandResult, plumbline } from '../../scenarios/plumbline.ts';
import { installGenerators, notInstalled } from './install-generators.ts';

const { build, folder } = useRepositories();
let tools: string;
beforeAll(async () => {
  tools = await installGenerators();
});

const lock = (packages: object): string =>
  JSON.stringify({ name: 'lantern', version: '1.0.0', lockfileVersion: 3, requires: true, packages });
const files = {
  'package.json': JSON.stringify({ name: 'lantern', version: '1.0.0', dependencies: { 'left-pad': '1.3.0' } }),
  'package-lock.json': lock({
    '': { name: 'lantern', version: '1.0.0', dependencies: { 'left-pad': '1.3.0' } },
    'node_modules/left-pad': { version: '1.3.0', license: 'WTFPL', integrity: `sha512-${'A'.repeat(86)}==` },
  }),
  'service/requirements.txt': 'flask==3.0.0\n',
  // What it names is not there to be run, and npm would say so.
  '.npmrc': 'script-shell=/nonexistent\nregistry=https://registry.invalid/\nnode-options=--require=/nonexistent\n',
  'examples/package-lock.json': lock({ '': {}, 'node_modules/only-in-example': { version: '1.0.0' } }),
};

const sbom = (
  source: string,
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<CommandResult> =>
  plumbline(['sbom', source, ...args], {
    env: {
      PLUMBLINE_TOOLS: tools,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
      ...env,
    },
    timeoutMs: 240_000,
  });

type Bill = {
  readonly metadata: {
    readonly tools: { readonly components: readonly { readonly name: string; readonly version: string }[] };
  };
  readonly components: readonly { readonly purl: string }[];
};

test('every generator is installed here, or it is said why not', () => {
  const missing = billGenerators.map(({ id }) => id).filter((id) => !existsSync(join(tools, id)));
  expect(missing.sort()).toEqual(Object.keys(notInstalled).sort());
});

test.each([
  ['cyclonedx-npm', [], ['pkg:npm/left-pad@1.3.0']],
  ['cyclonedx-py', [], ['pkg:npm/left-pad@1.3.0', 'pkg:pypi/flask@3.0.0']],
  ['syft', [], ['pkg:npm/left-pad@1.3.0', 'pkg:pypi/flask@3.0.0']],
  ['cdxgen', ['--allow-project-code'], ['pkg:npm/left-pad@1.3.0']],
])('%s says what it finds, twice the same, and is named in the bill', async (id, options, purls) => {
  const source = build({ commits: [{ files }] }).path;
  const first = await sbom(source, ['--generator', id, ...options]);
  expect(first.stderr).toContain(`${id} `);
  expect(first.code).toBe(0);
  const { metadata, components } = JSON.parse(first.stdout) as Bill;
  expect(metadata.tools.components.map(({ name }) => name)).toEqual(['plumbline', id]);
  expect(metadata.tools.components[1]?.version).toMatch(/^\d+\.\d+\.\d+/);
  const found = components.map(({ purl }) => purl);
  expect(found).toEqual(expect.arrayContaining(purls));
  expect(found.join(' ')).not.toContain('only-in-example');
  const second = await sbom(source, ['--generator', id, ...options]);
  expect(second.stdout).toBe(first.stdout);
});

test('auto asks those that run nothing of the project', async () => {
  const source = build({ commits: [{ files }] }).path;
  const { code, stdout } = await sbom(source, ['--generator', 'auto']);
  expect(code).toBe(0);
  const { metadata } = JSON.parse(stdout) as Bill;
  expect(metadata.tools.components.map(({ name }) => name)).toEqual([
    'plumbline',
    'cyclonedx-npm',
    'cyclonedx-py',
    'syft',
  ]);
});

test('one that may run code of the project is not started unless that is allowed', async () => {
  const source = build({ commits: [{ files }] }).path;
  const { code, stderr } = await sbom(source, ['--generator', 'cdxgen']);
  expect(stderr).toContain('--allow-project-code');
  expect(code).toBe(2);
});

test('one that is missing, or lies in the repository itself, is not run', async () => {
  const source = build({
    commits: [{ files: { ...files, 'tools/syft': { executable: '#!/bin/sh\ntouch "$0.ran"\n' } } }],
  }).path;
  const { code, stderr } = await sbom(source, ['--generator', 'syft'], {
    PLUMBLINE_TOOLS: join(source, 'tools'),
    PATH: '/usr/bin',
  });
  expect(stderr).toContain('nothing of that is run');
  expect(code).toBe(3);
  expect(existsSync(join(source, 'tools/syft.ran'))).toBe(false);
});

test('an artifact: Syft looks at the same folder', async () => {
  const place = folder();
  const output = join(folder(), 'bom.json');
  const { code } = await sbom(place, ['--as', 'artifact', '--generator', 'syft', '--output', output]);
  expect(code).toBe(0);
  expect(readFileSync(output, 'utf8')).toContain('"name": "syft"');
});
