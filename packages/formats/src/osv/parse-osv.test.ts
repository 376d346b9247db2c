// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseOsv } from './parse-osv.ts';
import { renderOsv } from './render-osv.ts';

const record = {
  id: 'GHSA-aaaa-bbbb-cccc',
  modified: '2026-01-02T03:04:05Z',
  published: '2026-01-01T00:00:00Z',
  aliases: ['CVE-2026-1000'],
  upstream: ['CVE-2026-1001'],
  details: 'First line\nSecond line',
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  affected: [
    {
      package: { ecosystem: 'npm', name: 'a', purl: 'pkg:npm/a' },
      ranges: [
        {
          type: 'SEMVER',
          events: [
            { introduced: '0' },
            { fixed: '1.0.0' },
            { introduced: '2.0.0' },
            { last_affected: '2.1.0' },
            { limit: '3.0.0' },
          ],
        },
      ],
      versions: ['0.1.0'],
      database_specific: { informational: 'unmaintained' },
    },
  ],
  database_specific: { severity: 'MODERATE', cwe_ids: ['CWE-79'] },
};

const only = (value: unknown): unknown => {
  const parsed = parseOsv(bytesOf(value));
  return parsed.state === 'parsed' ? parsed.records[0] : parsed;
};

test('keeps what matching needs', () => {
  expect(only(record)).toEqual({
    state: 'read',
    problems: [],
    advisory: {
      id: 'GHSA-aaaa-bbbb-cccc',
      aliases: ['CVE-2026-1000'],
      upstream: ['CVE-2026-1001'],
      summary: 'First line',
      modifiedAt: '2026-01-02T03:04:05Z',
      publishedAt: '2026-01-01T00:00:00Z',
      withdrawnAt: null,
      cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
      severity: 'medium',
      informational: 'unmaintained',
      weaknesses: ['CWE-79'],
      affected: [
        {
          ecosystem: 'npm',
          name: 'a',
          purl: 'pkg:npm/a',
          ranges: [
            {
              type: 'SEMVER',
              events: [
                { introduced: '0' },
                { fixed: '1.0.0' },
                { introduced: '2.0.0' },
                { lastAffected: '2.1.0' },
                { limit: '3.0.0' },
              ],
            },
          ],
          versions: ['0.1.0'],
        },
      ],
    },
  });
});

const withRange = (range: unknown): unknown => ({
  ...record,
  affected: [{ package: { ecosystem: 'npm', name: 'a' }, ranges: [range] }],
});

/** Half of such a record could call an affected version safe. */
describe.each([
  ['no id', { ...record, id: undefined }],
  ['an id that is a path', { ...record, id: '../../etc/passwd' }],
  ['no time of change', { ...record, modified: 'yesterday' }],
  ['a range of an unknown type', withRange({ type: 'CALVER', events: [] })],
  ['an event that is two', withRange({ type: 'SEMVER', events: [{ introduced: '0', fixed: '1' }] })],
  ['an event that is none', withRange({ type: 'SEMVER', events: [{ until: '1' }] })],
  ['an event that is no object', withRange({ type: 'SEMVER', events: ['0'] })],
  ['an event whose version is a fraction', withRange({ type: 'SEMVER', events: [{ introduced: 1.5 }] })],
  ['a name with a line break', { ...record, affected: [{ package: { ecosystem: 'npm', name: 'a\nb' } }] }],
  ['more packages than any database has', { ...record, affected: Array.from({ length: 20_001 }, () => ({})) }],
  ['no object', []],
])('%s', (_, value) => {
  test('is refused with a reason', () => {
    expect(only(value)).toMatchObject({ state: 'refused', because: expect.stringContaining('OSV') as string });
  });
});

test('a withdrawal without a time is one all the same', () => {
  expect(only({ ...record, withdrawn: 'yes' })).toMatchObject({
    advisory: { withdrawnAt: record.modified },
    problems: ['OSV withdrawn: no time'],
  });
});

test('JSON lines are as many records, and a torn file says where', () => {
  const lines = parseOsv(bytesOf(`${JSON.stringify(record)}\n${JSON.stringify(record)}\n`));
  expect(lines.state === 'parsed' && lines.records.length).toBe(2);
  expect(parseOsv(bytesOf('{"id":\n"a"'))).toMatchObject({ state: 'failed', fault: { line: 2 } });
  expect(parseOsv(bytesOf('['.repeat(100_000)))).toMatchObject({ state: 'failed', fault: { code: 'too-large' } });
});

test('any JSON is read or refused', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('id', 'modified', 'aliases', 'severity', 'affected', 'database_specific'),
      (value, member) => {
        const parsed = parseOsv(bytesOf(JSON.stringify({ ...record, [member]: value })));
        expect(parsed.state).toBe('parsed');
      },
    ),
  );
});

test('what is written comes back the same', () => {
  const parsed = parseOsv(bytesOf(record));
  const [read] = parsed.state === 'parsed' ? parsed.records : [];
  expect(read?.state === 'read' && only(renderOsv(read.advisory))).toEqual(read);
});
