// SPDX-License-Identifier: Apache-2.0
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the history in a git directory is cut off. */
export function isShallow(gitDirectory: string): boolean {
  return (statSync(join(gitDirectory, 'shallow'), { throwIfNoEntry: false })?.size ?? 0) > 0;
}
