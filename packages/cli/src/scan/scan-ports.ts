// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { createTemporaryFolder } from '@plumbline/adapters/platform/files/temporary-folder';
import type { OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { prepareTree, type PreparedTree } from '@plumbline/adapters/platform/tools/prepare-tree';
import type { ScanFolder, ScanPorts } from '@plumbline/engine/scan/run-scan';
import type { Terminal } from '../terminal/terminal.ts';

/** Files that could not be put into the folder are named up to this many. */
const namedMax = 5;

/** The world as a scan needs it. `close` removes the folder with the files. */
export function createScanPorts(
  repository: OpenRepository,
  terminal: Terminal,
): { readonly ports: ScanPorts; readonly close: () => Promise<void> } {
  let tree: Promise<PreparedTree> | undefined;
  const running = new Map<string, string>();
  const show = (): void => {
    const words = [...running].map(([tool, progress]) => `${tool}${progress}`);
    terminal.progress(words.length === 0 ? '' : `scanning: ${words.join(', ')}`);
  };
  const ports: ScanPorts = {
    workTree: async () => folderOf(await (tree ??= prepareTree(repository, terminal.signal))),
    scratchFolder: createTemporaryFolder,
    digest: (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    now: () => new Date().toISOString(),
    started: ({ scanner }) => {
      running.set(scanner.tool, '');
      show();
    },
    progress: ({ scanner }, { done, total, unit }) => {
      running.set(scanner.tool, total === null ? ` (${done} ${unit})` : ` (${done} of ${total} ${unit})`);
      show();
    },
    ended: ({ scanner }) => {
      running.delete(scanner.tool);
      show();
    },
  };
  return { ports, close: async () => (await tree?.catch(() => undefined))?.remove() };
}

function folderOf({ path, missing, missingCount }: PreparedTree): ScanFolder {
  const more = missingCount - Math.min(namedMax, missing.length);
  const named = missing.slice(0, namedMax).map((file) => `${file.path} was not scanned: ${file.because}`);
  return { path, problems: more > 0 ? [...named, `${more} more files were not scanned`] : named };
}
