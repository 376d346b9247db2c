// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { findCrosswalks } from './find-crosswalks.ts';
import { sampleCrosswalk } from './testing/sample-crosswalk.ts';

const crosswalks = [
  sampleCrosswalk({ slug: 'owasp-samm', frameworkId: 'owasp-samm', framework: 'OWASP SAMM 2' }),
  sampleCrosswalk({ slug: 'owasp-samm-1.5', frameworkId: 'owasp-samm-1.5', framework: 'OWASP SAMM 1.5' }),
  sampleCrosswalk({ slug: 'nist-csf-2.0-derived', frameworkId: 'nist-csf-2.0', framework: 'NIST CSF 2.0' }),
];

test.each([
  ['owasp-samm', ['owasp-samm']],
  ['SAMM', ['owasp-samm', 'owasp-samm-1.5']],
  ['samm 1.5', ['owasp-samm-1.5']],
  ['nist-csf-2.0', ['nist-csf-2.0-derived']],
  ['cobit', []],
  ['-', []],
])('%j means %j', (name, slugs) => {
  expect(findCrosswalks(crosswalks, name).map(({ slug }) => slug)).toEqual(slugs);
});
