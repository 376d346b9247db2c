// SPDX-License-Identifier: Apache-2.0
import { detectFormat } from '@plumbline/formats/detect/detect-format';
import { parseSpdx } from '@plumbline/formats/spdx/parse-spdx';
import { describe, expect, test } from 'vitest';
import { corpus, objectsBelow } from './corpus.ts';

type Document = { readonly packages?: readonly unknown[] };

const files = corpus('spdx');
/** Says SPDX-3.0 in the shape of SPDX 2. */
const refused: ReadonlySet<string> = new Set(['spdx_3_unsupported.json']);
const broken: ReadonlySet<string> = new Set([
  'tools-python__invalid__trivy-fluentd.json',
  // A package without a name.
  'guac__go-spdx-multi-arch_1.json',
  'guac__invalid-spdx-identifier-spdx.json',
]);

describe.each(files.filter(({ name }) => !refused.has(name)))('$name', ({ name, bytes, json }) => {
  test('is recognised, and every package is the subject or a component', () => {
    expect(detectFormat(bytes)).toEqual({ state: 'known', format: 'spdx' });
    const parsed = parseSpdx(bytes);
    const [sbom] = parsed.state === 'parsed' ? parsed.found : [];
    const packages =
      (json as Document).packages ?? objectsBelow(json).filter(({ type }) => String(type).endsWith('Package'));
    expect((sbom?.components.length ?? -1) + (sbom?.subject === null ? 0 : 1)).toBe(packages.length);
    expect(sbom?.finishedAt).toMatch(/^20\d\d-/);
    expect((sbom?.problems.length ?? 0) > 0).toBe(broken.has(name));
  });
});

test.each(files.filter(({ name }) => refused.has(name)))('$name is refused with a reason', ({ bytes }) => {
  expect(parseSpdx(bytes)).toMatchObject({ state: 'failed', fault: { code: 'unknown-format' } });
});
