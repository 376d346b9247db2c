// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { expect, test } from 'vitest';
import { plumbline } from '../scenarios/plumbline.ts';
import { buildLantern } from './lantern.ts';

const repositories = useRepositories();

/** Every command of the guide, in order, with the exit code that it states; 0 where it states none. */
function commands(): readonly { readonly args: readonly string[]; readonly code: number }[] {
  const guide = readFileSync('docs/guides/sbom.md', 'utf8');
  const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/gu)].map(([, block = '']) => block);
  return blocks
    .join('')
    .trim()
    .split('\n')
    .map((line) => {
      const [command = '', comment = ''] = line.split(/\s{2,}#|\s#/u, 2);
      const [name, ...args] = command.trim().split(/\s+/u);
      expect(name).toBe('plumbline');
      return { args, code: Number(/exit (\d+)/u.exec(comment)?.[1] ?? 0) };
    });
}

test('the commands of the guide do what it says', async () => {
  const folder = repositories.folder();
  buildLantern(folder);
  const ran = [];
  for (const { args, code } of commands()) {
    const { code: exit, stderr } = await plumbline(args, { cwd: folder });
    ran.push({ args: args.join(' '), exit, stderr, code });
  }
  expect(ran.length).toBeGreaterThan(8);
  for (const { exit, code, args, stderr } of ran) expect(exit, `${args}: ${stderr}`).toBe(code);
});
