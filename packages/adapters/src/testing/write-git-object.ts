// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** Writes a loose object as it is given, well-formed or not, and returns its id. */
export function writeGitObject(gitDirectory: string, type: string, content: string | Uint8Array): string {
  const bytes = Buffer.from(content);
  const object = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
  const id = createHash('sha1').update(object).digest('hex');
  const path = gitObjectPath(gitDirectory, id);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, deflateSync(object, { level: 1 }));
  return id;
}

/** Where a loose object lies, for tests that remove or damage one. */
export function gitObjectPath(gitDirectory: string, id: string): string {
  return join(gitDirectory, 'objects', id.slice(0, 2), id.slice(2));
}

export type TreeItem = { readonly mode: string; readonly name: string | Uint8Array; readonly id: string };

/** Writes a tree of items as they are given, in the order that git wants; names may be such as no tool would make. */
export function writeGitTree(gitDirectory: string, items: readonly TreeItem[]): string {
  const sorted = [...items].sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
  const parts = sorted.flatMap(({ mode, name, id }) => [
    Buffer.from(`${mode} `),
    Buffer.from(name),
    Buffer.from([0]),
    Buffer.from(id, 'hex'),
  ]);
  return writeGitObject(gitDirectory, 'tree', Buffer.concat(parts));
}

function sortKey({ mode, name }: TreeItem): Buffer {
  return Buffer.concat([Buffer.from(name), Buffer.from(mode === '40000' ? '/' : '')]);
}
