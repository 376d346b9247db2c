// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseKev } from './parse-kev.ts';
import { renderKev } from './render-kev.ts';

const catalog = {
  title: 'CISA Catalog of Known Exploited Vulnerabilities',
  catalogVersion: '2026.06.29',
  dateReleased: '2026-06-29T17:04:19.9796Z',
  count: 2,
  vulnerabilities: [
    { cveID: 'CVE-2026-1000', dateAdded: '2026-06-29', dueDate: '2026-07-20', knownRansomwareCampaignUse: 'Known' },
    { cveID: 'CVE-2020-0001', dateAdded: '2021-11-03', dueDate: '', knownRansomwareCampaignUse: 'Unknown' },
  ],
};

test('an entry for each vulnerability, and the day of the catalog', () => {
  expect(parseKev(bytesOf(catalog))).toEqual({
    state: 'parsed',
    catalog: {
      releasedAt: '2026-06-29T17:04:19Z',
      entries: [
        { cve: 'CVE-2026-1000', addedOn: '2026-06-29', dueOn: '2026-07-20', ransomware: true },
        { cve: 'CVE-2020-0001', addedOn: '2021-11-03', dueOn: null, ransomware: false },
      ],
      problems: [],
    },
  });
});

test('what is missing is said', () => {
  const broken = { ...catalog, dateReleased: 'soon', count: 3, vulnerabilities: [{ cveID: '<script>' }] };
  expect(parseKev(bytesOf(broken))).toMatchObject({
    catalog: {
      releasedAt: null,
      entries: [],
      problems: [
        'KEV dateReleased: missing, or no time',
        'KEV cveID: missing, or no CVE id',
        'KEV count: says 3, there are 0',
      ],
    },
  });
});

test.each([{}, [], { vulnerabilities: [] }, { catalogVersion: '1', vulnerabilities: {} }])(
  'not the catalog: %j',
  (value) => {
    expect(parseKev(bytesOf(value))).toMatchObject({ state: 'failed', fault: { code: 'unknown-format' } });
  },
);

test('what is written comes back the same', () => {
  const parsed = parseKev(bytesOf(catalog));
  const entries = parsed.state === 'parsed' ? parsed.catalog.entries : [];
  expect(parseKev(bytesOf(renderKev(entries, '2026-06-29T17:04:19Z')))).toEqual(parsed);
});
