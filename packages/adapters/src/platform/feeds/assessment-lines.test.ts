// SPDX-License-Identifier: Apache-2.0
import type { CveAssessment } from '@plumbline/core/vulnerabilities/cve-assessment';
import { expect, test } from 'vitest';
import { allAssessments, lookUpAssessment, renderAssessmentLine } from './assessment-lines.ts';

const row = (id: string, vectors: readonly string[] = []): CveAssessment => ({
  id,
  modifiedAt: '2026-01-01T00:00:00Z',
  ssvc: { exploitation: 'poc' },
  vectors,
});
// 10000 stands before 2000: the order is that of text
const rows = ['CVE-2025-1000', 'CVE-2025-10000', 'CVE-2025-2000', 'CVE-2026-1', 'CVE-2026-3'].map((id, index) =>
  row(id, ['x'.repeat(index * 40)]),
);

test.each([0, 1, 2, 3, 4, 5])('of %d rows each is found, and nothing else', (count) => {
  const own = rows.slice(0, count);
  const table = Buffer.from(own.map(renderAssessmentLine).join(''));
  expect([...allAssessments(table)]).toEqual(own);
  for (const one of own) expect(lookUpAssessment(table, one.id)).toEqual(one);
  for (const id of ['', 'CVE-2025-1', 'CVE-2025-100000', 'CVE-2026-2', 'CVE-2026-4', 'GHSA-x'])
    expect(lookUpAssessment(table, id)).toBeNull();
});
