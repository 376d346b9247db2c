// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { PlumblineError } from '@plumbline/core/errors';
import { dirname, join } from 'node:path';
import { openArtifact } from '../verify/open-artifact.ts';
import type { SignedOutput } from './run-sign.ts';
import type { Signing } from './signing.ts';
import { stampFile } from './stamp-signature.ts';

/** The name that `sha256sum --check` users look for. */
const listName = 'SHA256SUMS';

/** A list that `sha256sum --check` reads, and beside it its signature: alone, or without a key in a bundle. */
export async function signChecksums(files: readonly string[], signing: Signing): Promise<readonly SignedOutput[]> {
  const lines: string[] = [];
  const names = new Set<string>();
  for (const path of files) {
    const { artifact, close } = await openArtifact(path);
    await close();
    const { name, sha256 } = artifact;
    // sha256sum would read such a name as an escape, and two lines of one name as a contradiction.
    if (/[\\\n\r]/u.test(name))
      throw new PlumblineError('input-invalid', 'the name of the file fits no list of checksums', { path });
    if (names.has(name)) throw new PlumblineError('usage', `two files are called ${name}: one list cannot name both`);
    names.add(name);
    lines.push(`${sha256}  ${name}\n`);
  }
  const text = lines.join('');
  const beside = join(dirname(files[0] ?? '.'), listName);
  return [{ beside, name: listName, content: text }, ...(await signList(Buffer.from(text), beside, signing))];
}

async function signList(
  text: Uint8Array,
  beside: string,
  { signer, standsAlone, makeBundle, stamp }: Signing,
): Promise<readonly SignedOutput[]> {
  const content = messageOf(text);
  const signature = await signer.sign(content);
  if (standsAlone) return stampFile({ beside, name: `${listName}.sig`, content: signature }, stamp);
  const sha256 = createHash('sha256').update(text);
  const artifact = { name: listName, sha256: sha256.copy().digest('hex'), content };
  const bundle = await makeBundle({ signature, sha256: sha256.digest() }, artifact);
  return [{ beside, name: `${listName}.sigstore.json`, content: bundle }];
}
