// SPDX-License-Identifier: Apache-2.0
import type { ScanInput } from '@plumbline/core/scanning/scanner';

/** Reads files of a scan in pieces, so that a reader that falls behind is waited for. */
export type ReadFilesOptions = {
  readonly bytesMax: number;
  readonly visit: (path: string, text: string) => void;
  /** A file that should have been read and was not. */
  readonly unread: (path: string, because: string) => void;
  /** Called between pieces: what it returns is waited for. */
  readonly pause?: () => Promise<void>;
};

const pieceFiles = 256;
const pieceBytes = 8 * 1024 * 1024;

/** Not text, and not files: nothing that these scanners should have read. */
const notToRead = /^(?:binary|a submodule|a link)/u;

/** Hands the text of each file over, in order. Rejects with `interrupted`. */
export async function readFiles(
  { repository, signal, progress }: ScanInput,
  paths: readonly string[],
  { bytesMax, visit, unread, pause }: ReadFilesOptions,
): Promise<void> {
  const sizes = new Map(repository.entries.map(({ path, size }) => [path, size ?? 0]));
  for (let start = 0, end = 0; start < paths.length; start = end) {
    signal.throwIfAborted();
    for (let bytes = 0; end < paths.length && end - start < pieceFiles && bytes < pieceBytes; end += 1)
      bytes += sizes.get(paths[end] ?? '') ?? 0;
    await repository.read(
      paths.slice(start, end),
      (path, content) => {
        if (content.state === 'text') visit(path, content.text);
        else if (!notToRead.test(content.because)) unread(path, content.because);
      },
      { bytesMax },
    );
    await pause?.();
    progress({ done: end, total: paths.length, unit: 'files' });
  }
}
