// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectoryArchive } from '@plumbline/adapters/archives/directory/open-directory-archive';
import { openOciLayoutArchive } from '@plumbline/adapters/archives/oci-layout/open-oci-layout-archive';
import { afterAll, expect, test } from 'vitest';
import { drill } from './release-for-tests.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-two-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const modules = {
  directory: ['openDirectoryArchive', '@plumbline/adapters/archives/directory/open-directory-archive'],
  oci: ['openOciLayoutArchive', '@plumbline/adapters/archives/oci-layout/open-oci-layout-archive'],
} as const;

const program = (kind: keyof typeof modules, who: string): string => `
  import { ${modules[kind][0]} as open } from '${modules[kind][1]}';
  import { putRelease } from '@plumbline/engine/archive/put-release';
  import { releaseOf } from ${JSON.stringify(new URL('release-for-tests.ts', import.meta.url).href)};
  const store = open(${JSON.stringify(join(root, kind))});
  for (let n = 0; n < 12; n += 1) {
    const name = n % 2 === 0 ? 'v' + n : 'v' + n + '-${who}';
    const source = releaseOf({ 'app.tgz': 'shared', 'notes.txt': 'of ' + name }, name);
    await putRelease(store, { source, archivedAt: '2026-01-01T00:00:00.000Z', retainUntil: null });
  }`;

test.each([
  ['directory', openDirectoryArchive],
  ['oci', openOciLayoutArchive],
] as const)('%s: two processes that archive the same and other releases lose nothing', async (kind, open) => {
  const writers = ['a', 'b'].map((who) =>
    spawn(process.execPath, ['--conditions=source', '--input-type=module', '-e', program(kind, who)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'close'))[0] as unknown));
  expect(codes).toEqual([0, 0]);
  const result = await drill(open(join(root, kind)));
  expect(result.faults).toEqual([]);
  expect(result.releases).toHaveLength(18);
});
