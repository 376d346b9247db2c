// SPDX-License-Identifier: Apache-2.0
import type { ReleaseManifest } from '@plumbline/core/release/release-manifest';
import { expect, test } from 'vitest';
import { checkPartNames, gatherRelease, releaseManifestText } from './gather-release.ts';
import { parseReleaseManifest } from './parse-release-manifest.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const digest = `sha256:${'0'.repeat(64)}` as const;
const manifest: ReleaseManifest = gatherRelease({
  tag: 'v1.0.0',
  commit: 'c'.repeat(40),
  createdAt: '2026-01-01T00:00:00Z',
  gate: { outcome: 'passed', decidedAt: '2026-01-01T00:00:00.000Z', policy: digest },
  parts: [
    { name: 'b.json', role: 'sbom', digest, size: 0 },
    { name: 'a.tgz', role: 'artifact', digest, size: 12 },
  ],
});
const text = releaseManifestText(manifest);

test('what is written is read back, in one form', () => {
  expect(manifest.parts.map(({ name }) => name)).toEqual(['a.tgz', 'b.json']);
  expect(parseReleaseManifest(bytesOf(text))).toEqual({ state: 'parsed', manifest });
});

test.each([
  ['a member given twice', text.replace('"tag":', '"tag":"v0","tag":')],
  ['white space', text.replace(',', ', ')],
  ['a mark at the start', `\uFEFF${text}`],
  ['no line break at the end', text.trimEnd()],
  ['something after it', `${text}{}`],
  ['an unknown member', text.replace('{"commit"', '{"a":1,"commit"')],
  ['an unknown member of a part', text.replace('"name":"a.tgz"', '"link":"/etc","name":"a.tgz"')],
  ['another version', text.replace('"1.0"', '"2.0"')],
  ['a name that leads out', text.replace('"a.tgz"', '"../a.tgz"')],
  ['parts in another order', text.replace('a.tgz', 'c.tgz')],
  ['a part twice', text.replace('a.tgz', 'B.json')],
  ['a size that is none', text.replace('"size":12', '"size":-1')],
  ['a digest of another kind', text.replace('sha256:', 'sha512:')],
  ['no JSON', 'release'],
])('%s is refused', (_, other) => {
  expect(parseReleaseManifest(bytesOf(other)).state).toBe('failed');
});

test.each(['', '.', '..', 'a/b', 'a\\b', 'C:x', '.hidden', 'x\u0000', 'x\n', 'x\u202Ey', 'end.', 'Release.json'])(
  'a file of a release is not called %j',
  (name) => {
    expect(() => checkPartNames([name])).toThrow('cannot be called so');
  },
);

test('names that a file system could take for one are refused, and a release without an artifact', () => {
  expect(() => checkPartNames(['App.tgz', 'app.tgz'])).toThrow('one name');
  expect(() => checkPartNames(['\u00E9', 'e\u0301'])).toThrow('one name');
  expect(() => gatherRelease({ ...manifest, parts: [] })).toThrow('at least one artifact');
});
