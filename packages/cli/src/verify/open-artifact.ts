// SPDX-License-Identifier: Apache-2.0
import { openReportFile } from '@plumbline/adapters/platform/files/open-report-file';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import { createHash } from 'node:crypto';

const partBytes = 1024 * 1024;

export type OpenArtifact = { readonly artifact: Artifact; readonly close: () => Promise<void> };

/**
 * A file of any size, read in parts; or `sha256:…`, of which only the digest is known. `alsoSha512`: something names it by that
 * alone, so both digests are made of one reading. Throws `input-unreadable`.
 */
export async function openArtifact(target: string, alsoSha512 = false): Promise<OpenArtifact> {
  const digest = /^sha256:([0-9a-f]{64})$/u.exec(target)?.[1];
  if (digest !== undefined)
    return {
      artifact: { name: target, sha256: digest, content: null },
      close: () => Promise.resolve(),
    };
  const second = alsoSha512 ? createHash('sha512') : null;
  const file = await openReportFile(target, Number.POSITIVE_INFINITY, second === null ? [] : [second]);
  const open = (): AsyncIterable<Uint8Array> => file.open(Buffer.allocUnsafe(partBytes));
  return {
    artifact: {
      name: file.name,
      sha256: file.digest.slice('sha256:'.length),
      ...(second === null ? {} : { sha512: second.digest('hex') }),
      content: { size: file.size, open, path: target },
    },
    close: () => file.close(),
  };
}
