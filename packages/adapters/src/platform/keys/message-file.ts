// SPDX-License-Identifier: Apache-2.0
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { MessageSource } from '@plumbline/core/signing/signer';

/** The message as a file, for a program that signs files: its own path, or a copy in `folder`. */
export async function messageFile(message: MessageSource, folder: string): Promise<string> {
  if (message.path !== undefined) return resolve(message.path);
  const path = join(folder, 'message');
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const part of message.open()) await file.writeFile(part);
  } finally {
    await file.close();
  }
  return path;
}
