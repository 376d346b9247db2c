// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { git } from '@plumbline/adapters/testing/use-repositories';
import { buildType, builderId } from '@plumbline/engine/build/provenance-of';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandEnvironment, commandLine } from '../../scenarios/plumbline.ts';
import { installBubblewrap } from './isolation.ts';

// The guide, run as it stands.
const guide = readFileSync('docs/guides/build.md', 'utf8');
const blocks = (language: string): readonly string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'gu'))].map(([, block]) => block ?? '');

let folder: string;
let printed: string;
const at = (name: string): string => join(folder, 'lantern', name);

beforeAll(async () => {
  installBubblewrap();
  folder = mkdtempSync(join(tmpdir(), 'plumbline-build-guide-'));
  git(folder, 'init', '--quiet', 'lantern');
  writeFileSync(at('lantern.c'), 'int main(void) { return 0; }\n');
  writeFileSync(at('Makefile'), 'lantern: lantern.c\n\tgcc -O2 -o lantern lantern.c\n');
  git(at('.'), 'add', '.');
  git(at('.'), 'commit', '--quiet', '--message', 'Light');
  const quoted = commandLine.map((word) => `'${word}'`).join(' ');
  writeFileSync(join(folder, 'plumbline'), `#!/bin/sh\nexec ${quoted} "$@"\n`);
  chmodSync(join(folder, 'plumbline'), 0o755);
  writeFileSync(at('plumbline-build.yaml'), blocks('yaml')[0] ?? '');
  const identity = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com' };
  const env = {
    ...commandEnvironment,
    ...identity,
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
    PATH: `${folder}${delimiter}${commandEnvironment['PATH'] ?? ''}`,
  };
  const script = ['set -eu', ...blocks('sh')].join('\n');
  printed = (await promisify(execFile)('/bin/sh', ['-c', script], { cwd: at('.'), env })).stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the guide runs to its end, and the second build is the same', () => {
  expect(printed).toContain('A second build gave the same bytes');
  expect(readFileSync(at('fetched-build/artifacts/vendor/licence.txt'), 'utf8')).toBe('fetched\n');
});

test('every parameter of the provenance is documented, and no other', () => {
  const page = readFileSync('docs/build-type/v1.md', 'utf8');
  const { predicate } = JSON.parse(readFileSync(at('twice/provenance.intoto.json'), 'utf8')) as {
    predicate: { buildDefinition: { externalParameters: object; internalParameters: object } };
  };
  const { externalParameters, internalParameters } = predicate.buildDefinition;
  const rows = [...page.matchAll(/^\| `([a-z]+)` \|/gmu)].map(([, name]) => name);
  expect(Object.keys(externalParameters).sort()).toEqual(rows.slice(0, 6).sort());
  for (const name of Object.keys(internalParameters)) expect(page).toContain(`\`${name}\``);
  for (const name of Object.keys(predicate).filter((name) => name.startsWith('plumbline_')))
    expect(page).toContain(`\`${name}\``);
  expect(page).toContain(buildType);
  expect(page).toContain(builderId);
});
