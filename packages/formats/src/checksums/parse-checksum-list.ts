// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from '../json/decode-utf8.ts';

/** A line of a list: the last part of the path, and the SHA-256 in hexadecimal. */
export type ListedChecksum = { readonly name: string; readonly sha256: string };

const linesMax = 100_000;
const plain = /^([0-9a-fA-F]{64}) [ *](\S.{0,4095})$/u;
const tagged = /^SHA256 ?\((.{1,4096})\) ?= ?([0-9a-fA-F]{64})$/u;
const otherDigest = /^(?:[0-9a-fA-F]{32,256} [ *]\S|[A-Z0-9-]{2,20} ?\(.{1,4096}\) ?= ?[0-9a-fA-F]{32,256}$)/u;

/**
 * The SHA-256 checksums in a list as `sha256sum` and `sha256sum --tag` write it, or in a file with nothing but a digest that is
 * called after what it is of (`app.tgz.sha256`). Lines of other algorithms, empty ones and comments (`#`) are passed over; null:
 * another line is there, so that it is no list. At most 100 000 lines.
 */
export function parseChecksumList(bytes: Uint8Array, file: string): readonly ListedChecksum[] | null {
  const lines = decodeUtf8(bytes)
    .split('\n', linesMax + 1)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0 || lines.length > linesMax) return null;
  const [only = ''] = lines;
  if (lines.length === 1 && /^[0-9a-fA-F]{64}$/u.test(only)) return ofOneFile(only, file);
  const listed: ListedChecksum[] = [];
  for (const line of lines) {
    const [, sha256, path] = plain.exec(line) ?? taggedLine(line) ?? [];
    if (sha256 !== undefined && path !== undefined) listed.push({ name: lastOf(path), sha256: sha256.toLowerCase() });
    else if (!otherDigest.test(line)) return null;
  }
  return listed;
}

function taggedLine(line: string): readonly [string, string, string] | null {
  const [, path, sha256] = tagged.exec(line) ?? [];
  return path === undefined || sha256 === undefined ? null : [line, sha256, path];
}

function ofOneFile(sha256: string, file: string): readonly ListedChecksum[] | null {
  const name = /^(.{1,200})\.sha256(?:sum)?$/u.exec(file)?.[1];
  return name === undefined ? null : [{ name, sha256: sha256.toLowerCase() }];
}

const lastOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
