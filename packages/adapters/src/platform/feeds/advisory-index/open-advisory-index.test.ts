// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOsv } from '@plumbline/formats/osv/parse-osv';
import { AdvisoryShard } from '../../../feeds/osv/advisory-shard.ts';
import { renderAdvisoryIndex } from '../../../feeds/osv/render-advisory-index.ts';
import { osv, useFolders } from '../../../testing/feed-folders.ts';
import { openAdvisoryIndex } from './open-advisory-index.ts';

const folderWith = useFolders();

function indexOf(...records: readonly string[]): string {
  const shard = new AdvisoryShard('npm');
  const parsed = parseOsv(new TextEncoder().encode(records.join('\n')));
  for (const record of parsed.state === 'parsed' ? parsed.records : [])
    if (record.state === 'read') shard.add(record.advisory);
  return join(folderWith({ 'npm.feed': Buffer.concat([...renderAdvisoryIndex(shard)]) }), 'npm.feed');
}

test('finds every package by its key, and no other', () => {
  const names = Array.from({ length: 500 }, (_, at) => `package-${at}`);
  const index = openAdvisoryIndex(
    indexOf(...names.map((name, at) => osv({ id: `TEST-${at}`, name })), osv({ id: 'TEST-A', name: 'package-7' })),
  );
  expect(names.map((name) => index.candidates(`npm\n${name}`).length)).toEqual(
    names.map((name) => (name === 'package-7' ? 2 : 1)),
  );
  for (const key of ['npm\npackage', 'npm\npackage-5000', '', 'npm\n', 'PyPI\npackage-1', 'zzz'])
    expect(index.candidates(key)).toEqual([]);
  expect(index.head).toMatchObject({ advisories: 501, packages: 500, malicious: 0 });
  index.close();
});

test('an index without advisories finds nothing', () => {
  const index = openAdvisoryIndex(indexOf());
  expect([index.candidates('npm\na'), index.all()]).toEqual([[], []]);
  index.close();
});

/** Reads all that an index has; what is not as it was written must never come out as something else. */
function contentOf(path: string): string {
  const index = openAdvisoryIndex(path);
  try {
    return JSON.stringify([index.all(), index.candidates('npm\na')]);
  } finally {
    index.close();
  }
}

test('a file that is torn, cut short or was added to is refused wherever it is', () => {
  const path = indexOf(osv(), osv({ id: 'TEST-2', name: 'b' }), osv({ id: 'MAL-1', name: 'c' }));
  const whole = readFileSync(path);
  const expected = contentOf(path);
  const isRefused = (bytes: Uint8Array): boolean => {
    writeFileSync(path, bytes);
    try {
      return contentOf(path) === expected;
    } catch (error) {
      return error instanceof PlumblineError && error.code === 'state-damaged';
    }
  };
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const torn = Buffer.from(whole);
      torn[at] = (torn[at] ?? 0) ^ change;
      return isRefused(torn);
    }),
    { numRuns: 300 },
  );
  fc.assert(fc.property(fc.nat(whole.length - 1), (length) => isRefused(whole.subarray(0, length))));
  expect(isRefused(Buffer.concat([whole, Buffer.from('x')]))).toBe(true);
  expect(isRefused(Buffer.alloc(whole.length))).toBe(true);
});
