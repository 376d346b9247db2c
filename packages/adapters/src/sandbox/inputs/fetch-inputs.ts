// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { BuildMaterial } from '@plumbline/core/building/build-material';
import { PlumblineError } from '@plumbline/core/errors';
import { ordinaryConditions } from '@plumbline/core/building/build-conditions';
import type { Bench } from '../open-workshop.ts';
import { digestFile } from '../outputs/digest-file.ts';
import { walkFiles } from '../outputs/walk-files.ts';
import { runInside } from '../run-inside.ts';
import { makeSource } from './make-source.ts';

const filesMax = 500_000;

/**
 * Runs the fetch phase with network over the inputs, in the same sandbox, and names every file that it left in the source or
 * in HOME with its digest: what it brought. Throws `fetch-failed`.
 */
export async function fetchInputs(bench: Bench, fetch: string, folder: string): Promise<readonly BuildMaterial[]> {
  await makeSource(bench, folder, false);
  const before = await digests(folder);
  const { result, log } = await runInside(bench, {
    folder,
    conditions: ordinaryConditions,
    command: ['/bin/sh', '-c', fetch],
    network: true,
  });
  if (result.end !== 'exited' || result.code !== 0) {
    const how = result.end === 'exited' ? `code ${result.code}` : result.end;
    const said = log.tail.slice(-500).trim();
    throw new PlumblineError('fetch-failed', `the fetch phase ended with ${how}${said === '' ? '' : `: ${said}`}`, {
      next: 'Run it by hand in a clean clone; HOME is empty in it and no credentials are passed on',
    });
  }
  const after = await digests(folder);
  return [...after].flatMap(([name, sha256]) =>
    before.get(name) === sha256 ? [] : [{ name: `fetched/${name}`, uri: null, digest: { sha256 } }],
  );
}

async function digests(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const part of ['source', 'home']) {
    const { files, cut } = await walkFiles(join(folder, part), filesMax);
    if (cut) throw new PlumblineError('fetch-failed', `the fetch phase left more than ${filesMax} files`);
    for (const { path, kind } of files)
      if (kind === 'file') found.set(`${part}/${path}`, await digestFile(join(folder, part, path)));
  }
  return found;
}
