// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { parseEpss } from './parse-epss.ts';

const head = '#model_version:v2025.03.14,score_date:2025-06-18T00:00:00Z\ncve,epss,percentile\n';

test('model, day and a score for each row', () => {
  expect(parseEpss(`${head}CVE-2021-28831,0.00878,0.74313\r\nCVE-2022-48174,1,1e-05\n`)).toEqual({
    state: 'parsed',
    scores: {
      model: 'v2025.03.14',
      scoredAt: '2025-06-18T00:00:00Z',
      scores: [
        { cve: 'CVE-2021-28831', epss: 0.00878, percentile: 0.74313 },
        { cve: 'CVE-2022-48174', epss: 1, percentile: 0.00001 },
      ],
      problems: [],
    },
  });
});

test.each([
  'CVE-2021-28831,1.5,0.1',
  'CVE-2021-28831,NaN,0.1',
  '=cmd(),0.1,0.1',
  'CVE-2021-28831,0.1',
  'CVE-2021-28831,0.1,0.1,1',
])('no row: %s', (row) => {
  expect(parseEpss(`${head}${row}\n`)).toMatchObject({
    scores: { scores: [], problems: ['EPSS row: not a CVE id and two numbers from 0 to 1'] },
  });
});

test('without its first line the day is not known', () => {
  expect(parseEpss('cve,epss,percentile\n')).toMatchObject({
    scores: { scoredAt: null, problems: ['EPSS: the first line does not name the day of the scores'] },
  });
});

test.each(['', 'a,b,c\n1,2,3\n', '#model_version:x,score_date:2025-06-18T00:00:00Z\n'])(
  'not these scores: %j',
  (text) => {
    expect(parseEpss(text)).toMatchObject({ state: 'failed', fault: { code: 'unknown-format' } });
  },
);
