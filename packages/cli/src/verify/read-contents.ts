// SPDX-License-Identifier: Apache-2.0
import { readArtifact } from '@plumbline/adapters/artifacts/read-artifact';
import { PlumblineError } from '@plumbline/core/errors';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { ContentsReading } from '@plumbline/engine/verify/judge-bill';

/** What is inside an artifact, or why that cannot be seen. */
export async function readContents({ content, sha256 }: Artifact): Promise<ContentsReading> {
  const path = content?.path;
  if (path === undefined)
    return { state: 'unavailable', because: 'only the digest was given, so nobody can look inside' };
  try {
    const contents = await readArtifact(path);
    const isSame = contents.hashes.some(({ algorithm, value }) => algorithm === 'sha256' && value === sha256);
    return isSame
      ? { state: 'read', contents }
      : { state: 'unavailable', because: 'the artifact was changed while it was verified' };
  } catch (error) {
    if (!(error instanceof PlumblineError)) throw error;
    return { state: 'unavailable', because: `the artifact cannot be looked into: ${error.message}` };
  }
}
