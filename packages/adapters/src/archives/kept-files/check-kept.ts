// SPDX-License-Identifier: Apache-2.0
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import { PlumblineError } from '@plumbline/core/errors';
import type { KeptStream } from '../../platform/files/keep-stream.ts';

/** Throws `input-invalid` when what was read is not the object that was announced. */
export function checkKept({ name, digest, size }: ArchivedObject, kept: KeptStream): void {
  if (kept.digest === digest && kept.size === size) return;
  throw new PlumblineError('input-invalid', `its bytes have the digest ${kept.digest} instead of ${digest}`, {
    path: name,
    next: 'The file has changed since the release was gathered: gather it again with plumbline release',
  });
}
