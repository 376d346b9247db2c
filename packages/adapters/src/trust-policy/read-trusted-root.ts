// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TrustedRootText } from '@plumbline/core/verification/trust-policy';
import { readNamedFile } from './read-named-file.ts';

/** `public-good` is the root of the instance that Sigstore runs for everybody, as it ships with this program; else a file. */
export async function readTrustedRoot(name: string, policyPath: string): Promise<TrustedRootText> {
  if (name !== 'public-good') {
    const { path, text } = await readNamedFile(name, policyPath);
    return { from: path, text };
  }
  const catalog = dirname(createRequire(import.meta.url).resolve('@plumbline/catalog/package.json'));
  return { from: name, text: await readFile(join(catalog, 'trust', 'sigstore-public-good.json'), 'utf8') };
}
