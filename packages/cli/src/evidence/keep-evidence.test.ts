// SPDX-License-Identifier: Apache-2.0
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildRepository } from '@plumbline/adapters/testing/build-repository';
import { afterAll, expect, test } from 'vitest';
import { keepEvidence } from './keep-evidence.ts';

const { path: project, remove } = buildRepository({ commits: [{ files: { 'a.txt': 'a' } }] });
afterAll(remove);

async function said(): Promise<readonly string[]> {
  const messages: string[] = [];
  const terminal = { message: (line: string) => messages.push(line), signal: new AbortController().signal };
  const orSay = 'there is no state';
  expect(await keepEvidence('archived', {}, { named: undefined, project, orSay }, terminal)).toBeNull();
  return messages;
}

test('why nothing is kept is said once: there is no state, or it cannot be written', async () => {
  expect(await said()).toEqual(['there is no state']);
  await mkdir(join(project, '.plumbline'));
  await writeFile(join(project, '.plumbline', 'archived'), 'a file in the way');
  expect(await said()).toEqual([expect.stringContaining('nothing was kept as evidence')]);
});
