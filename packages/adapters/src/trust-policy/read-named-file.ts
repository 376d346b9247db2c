// SPDX-License-Identifier: Apache-2.0
import { dirname, resolve } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { readRegularFile } from '../platform/files/read-regular-file.ts';
import { unreadWords } from '../platform/files/unread-words.ts';

const bytesMax = 4 * 1024 * 1024;

/** A file that the policy at `policyPath` names, from the folder of the policy. Throws `input-unreadable`. */
export async function readNamedFile(
  name: string,
  policyPath: string,
): Promise<{ readonly path: string; readonly text: string }> {
  const path = resolve(dirname(policyPath), name);
  const file = await readRegularFile(path, { bytesMax, followLink: true });
  if (file.state === 'read') return { path, text: file.bytes.toString('utf8') };
  throw new PlumblineError(
    'input-unreadable',
    `the trust policy names ${name}, which cannot be read: ${unreadWords[file.state]}`,
    {
      path: policyPath,
    },
  );
}
