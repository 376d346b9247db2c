// SPDX-License-Identifier: Apache-2.0
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { gatherRelease } from './gather-release.ts';
import { releaseManifestSchema } from './release-manifest-schema.ts';

const digest = `sha256:${'0'.repeat(64)}` as const;
const about = {
  tag: 'v1.0.0',
  commit: 'c'.repeat(40),
  createdAt: '2026-01-01T00:00:00Z',
  parts: [{ name: 'a.tgz', role: 'artifact', digest, size: 12 }],
} as const;

test.each([
  { outcome: 'passed', decidedAt: '2026-01-01T00:00:00.000Z', policy: digest },
  { outcome: 'not-asked', reason: 'the first one' },
] as const)('a manifest whose gate is $outcome is valid by the published schema', (gate) => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(releaseManifestSchema);
  expect(validate(gatherRelease({ ...about, gate })), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...gatherRelease({ ...about, gate }), extra: 1 })).toBe(false);
});
