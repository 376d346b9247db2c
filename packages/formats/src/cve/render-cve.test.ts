// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { assessmentOf } from './assessment-of.ts';
import { parseCve } from './parse-cve.ts';
import { renderCve } from './render-cve.ts';

const modifiedAt = '2026-01-01T00:00:00Z';
const vectors = [
  'AV:N/AC:L/Au:N/C:P/I:P/A:P',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
];

test('assessments come back the same, one a line', () => {
  const assessments = [
    { id: 'CVE-2026-1000', modifiedAt, ssvc: { exploitation: 'active', technicalImpact: 'total' }, vectors: [] },
    { id: 'CVE-2026-1001', modifiedAt, ssvc: null, vectors },
  ] as const;
  const parsed = parseCve(new TextEncoder().encode(assessments.map(renderCve).join('\n')));
  expect(parsed.state === 'parsed' && parsed.records.map(assessmentOf)).toEqual(assessments);
});

test('what is rejected, or says nothing that the standard has, weighs nothing', () => {
  const record = {
    id: 'CVE-2026-1000',
    title: null,
    modifiedAt: null,
    weaknesses: [],
    exploitedSince: null,
    problems: [],
    ssvc: { exploitation: 'certainly', automatable: null, technicalImpact: null },
  };
  expect(assessmentOf({ ...record, state: 'published', cvss: [] })).toBeNull();
  expect(assessmentOf({ ...record, state: 'rejected', cvss: vectors })).toBeNull();
  expect(assessmentOf({ ...record, state: 'published', cvss: vectors })).toMatchObject({ ssvc: null, vectors });
});
