// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { parseCrosswalk } from './parse-crosswalk.ts';
import { sampleCrosswalkFile } from './testing/sample-crosswalk.ts';

test('a row is kept as its source prints it', () => {
  const parsed = parseCrosswalk(sampleCrosswalkFile);
  expect(parsed.ok && parsed.value.rows).toEqual(sampleCrosswalkFile.rows);
});

test('the form of the other ids is judged whole, not in part', () => {
  const parsed = parseCrosswalk(sampleCrosswalkFile);
  expect(parsed.ok && ['OT-1', 'XOT-1', 'OT-12'].map((ref) => parsed.value.refPattern.test(ref))).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  [{ kind: 'guessed' }, '/kind'],
  [{ refPattern: '(' }, '/refPattern'],
  [{ rows: [{ ssdf: 'PW.7.2' }] }, '/rows/0/ref'],
  [{ source: { repository: 'a/b', path: 'c' } }, '/source/commit'],
])('refuses %j', (changes, path) => {
  expect(parseCrosswalk({ ...sampleCrosswalkFile, ...changes })).toMatchObject({ ok: false, path });
});
