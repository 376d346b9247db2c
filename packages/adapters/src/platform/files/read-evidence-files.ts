// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { EvidenceFile } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { understandEvidence } from '../evidence/understand-evidence.ts';
import { readRegularFile, type RegularFile } from './read-regular-file.ts';

const mebibyte = 1_048_576;

/** All evidence files of one run together, and so any one of them. */
const bytesMax = 256 * mebibyte;
const filesMax = 1000;

/**
 * Reads the files that the caller passed with --evidence: regular files (links to them are followed), at most 1000 and
 * 256 MiB in all. Folders are not walked: what is passed is named. A file passed twice is read once. Each is
 * recognised by its content at once: one that cannot be understood must not fail silently later. Throws
 * `input-unreadable`, `input-too-large` or `input-invalid`, with path, line and column.
 */
export async function readEvidenceFiles(paths: readonly string[]): Promise<readonly EvidenceFile[]> {
  if (paths.length > filesMax)
    throw new PlumblineError('input-too-large', `${paths.length} evidence files; at most ${filesMax} are read`, {
      next: 'Pass the reports of the assessed commit only',
    });
  const files: EvidenceFile[] = [];
  let bytesLeft = bytesMax;
  for (const path of new Set(paths)) {
    const bytes = contentOf(path, await readRegularFile(path, { bytesMax: bytesLeft, followLink: true }));
    bytesLeft -= bytes.length;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file: EvidenceFile = { path, bytes, sha256 };
    understandEvidence(file);
    files.push(file);
  }
  return files;
}

function contentOf(path: string, file: RegularFile): Uint8Array {
  switch (file.state) {
    case 'read':
      return file.bytes;
    case 'too-large':
      throw new PlumblineError(
        'input-too-large',
        `the evidence files are larger than ${bytesMax / mebibyte} MiB together`,
        {
          path,
          next: 'Pass the reports of the assessed commit only, or let the tool leave out snippets and code flows',
        },
      );
    case 'missing':
      throw new PlumblineError('input-unreadable', 'there is no such evidence file', { path });
    case 'not-regular':
      throw new PlumblineError('input-unreadable', 'not a regular file', {
        path,
        next: 'Pass the files themselves (--evidence reports/*.sarif); if this is the repository, name it before --evidence',
      });
    case 'unreadable':
      throw new PlumblineError('input-unreadable', 'the evidence file cannot be read', {
        path,
        next: 'Check its permissions',
      });
  }
}
