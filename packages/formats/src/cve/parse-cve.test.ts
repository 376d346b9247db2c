// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseCve } from './parse-cve.ts';

const other = (type: string, content: unknown): unknown => ({ other: { type, content } });
const record = {
  dataType: 'CVE_RECORD',
  dataVersion: '5.1',
  cveMetadata: { cveId: 'CVE-2026-1000', state: 'PUBLISHED', dateUpdated: '2026-01-01T00:00:00.000Z' },
  containers: {
    cna: {
      descriptions: [{ lang: 'en', value: 'A fault\nin a program' }],
      metrics: [{ cvssV3_1: { vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' } }, { cvssV4_0: {} }],
      problemTypes: [{ descriptions: [{ cweId: 'CWE-787' }, { cweId: 'n/a' }] }],
    },
    adp: [
      { metrics: [other('kev', { dateAdded: '2026-01-02', reference: 'x' })] },
      {
        metrics: [
          other('ssvc', {
            options: [{ Exploitation: 'Active' }, { Automatable: 'yes' }, { 'Technical Impact': 'total' }],
          }),
        ],
      },
    ],
  },
};

test('exploited since, decision points, vectors and weaknesses', () => {
  expect(parseCve(bytesOf(record))).toEqual({
    state: 'parsed',
    records: [
      {
        id: 'CVE-2026-1000',
        state: 'published',
        title: 'A fault',
        modifiedAt: '2026-01-01T00:00:00Z',
        cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
        weaknesses: ['CWE-787'],
        ssvc: { exploitation: 'active', automatable: 'yes', technicalImpact: 'total' },
        exploitedSince: '2026-01-02',
        problems: ['CVE metrics: a CVSS without a vector'],
      },
    ],
    others: 0,
  });
});

test('a rejected record is one', () => {
  const cveMetadata = { ...record.cveMetadata, state: 'REJECTED' };
  expect(parseCve(bytesOf({ ...record, cveMetadata, containers: {} }))).toMatchObject({
    records: [{ state: 'rejected', ssvc: null, exploitedSince: null }],
  });
});

test('one a line; what is no record is passed over', () => {
  const text = `${JSON.stringify(record)}\n{}\n${JSON.stringify({ ...record, cveMetadata: { cveId: 'CVE-2026-1001' } })}`;
  const records = [{ id: 'CVE-2026-1000' }, { id: 'CVE-2026-1001', modifiedAt: null }];
  expect(parseCve(new TextEncoder().encode(text))).toMatchObject({ state: 'parsed', records, others: 1 });
});

test.each([{}, [], { dataType: 'CVE_RECORD' }, { ...record, cveMetadata: { cveId: '../CVE-2026-1000' } }])(
  'no record: %j',
  (value) => {
    expect(parseCve(bytesOf(value))).toMatchObject({ state: 'failed', fault: { code: 'unknown-format' } });
  },
);
