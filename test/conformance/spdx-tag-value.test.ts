// SPDX-License-Identifier: Apache-2.0
import { detectFormat } from '@plumbline/formats/detect/detect-format';
import { parseSpdx } from '@plumbline/formats/spdx/parse-spdx';
import { expect, test } from 'vitest';
import { corpus } from './corpus.ts';

const files = corpus('spdx-tag-value');

/** How often a tag stands at the beginning of a line. */
const count = (bytes: Uint8Array, tag: string): number =>
  new TextDecoder().decode(bytes).match(new RegExp(`^${tag}:`, 'gmu'))?.length ?? 0;

test.each(files)('$name is recognised, and every package is the subject or a component', ({ bytes }) => {
  expect(detectFormat(bytes)).toEqual({ state: 'known', format: 'spdx' });
  const parsed = parseSpdx(bytes);
  const [sbom] = parsed.state === 'parsed' ? parsed.found : [];
  expect(sbom).toMatchObject({ format: 'spdx', specVersion: '2.2', finishedAt: expect.stringMatching(/^20\d\d-/u) });
  expect((sbom?.components.length ?? -1) + (sbom?.subject === null ? 0 : 1)).toBe(count(bytes, 'PackageName'));
  expect(sbom?.problems).toEqual([]);
});
