// SPDX-License-Identifier: Apache-2.0
import type { FileContent } from '@plumbline/core/collecting/repository-snapshot';

const binarySampleBytes = 8192;

/** Text, unless a NUL in the first 8 KiB says that it is binary. A byte order mark is no part of the text. */
export function fileContent(bytes: Buffer): FileContent {
  if (bytes.subarray(0, binarySampleBytes).includes(0)) return unread('binary');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { state: 'text', text: bytes.toString('utf8', marked ? 3 : 0) };
}

export function unread(because: string): FileContent {
  return { state: 'unread', because };
}

export function overLimit(bytesMax: number): FileContent {
  return unread(`larger than ${bytesMax} bytes`);
}

/** What a link is read as: its target is told apart, never followed. */
export function linkContent(path: string, target: string): FileContent {
  return unread(
    leavesRoot(path, target) ? 'a link that leaves the repository' : 'a link; the file it names is read itself',
  );
}

function leavesRoot(path: string, target: string): boolean {
  if (/^(?:[/\\]|[A-Za-z]:)/u.test(target)) return true;
  let depth = path.split('/').length - 1;
  for (const part of target.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
