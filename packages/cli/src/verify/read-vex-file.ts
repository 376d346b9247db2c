// SPDX-License-Identifier: Apache-2.0
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import { unreadWords } from '@plumbline/adapters/platform/files/unread-words';
import { PlumblineError } from '@plumbline/core/errors';
import type { VexSource } from '@plumbline/engine/verify/vex/vex-report';
import { readVex } from '@plumbline/formats/vex/read-vex';

const bytesMax = 64 * 1024 * 1024;

/** Statements about vulnerabilities that somebody names, signed by nobody as far as we know. Throws `input-unreadable` and `input-invalid`. */
export async function readVexFile(path: string): Promise<readonly VexSource[]> {
  const file = await readRegularFile(path, { bytesMax, followLink: true });
  if (file.state !== 'read')
    throw new PlumblineError('input-unreadable', `the VEX cannot be read: ${unreadWords[file.state]}`, { path });
  const read = readVex(file.bytes);
  if (read.state === 'failed')
    throw new PlumblineError('input-invalid', `no statements about vulnerabilities: ${read.because}`, {
      path,
      next: 'Pass OpenVEX, CSAF or CycloneDX with analysed vulnerabilities',
    });
  if (read.documents.length === 0)
    throw new PlumblineError('input-invalid', 'no vulnerability in it is analysed', { path });
  return read.documents.map((document) => ({ file: path, trusted: null, document }));
}
