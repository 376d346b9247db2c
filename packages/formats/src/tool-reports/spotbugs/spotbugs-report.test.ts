// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole, type WholeReport } from '../testing/read-whole.ts';
import { shortly } from '../testing/results-of-fixture.ts';
import { spotbugsReport } from './spotbugs-report.ts';

const read = (body: string): WholeReport =>
  readWhole(
    spotbugsReport,
    bytesOf(`<BugCollection version='4.8.3' analysisTimestamp='1700000000000'>${body}</BugCollection>`),
  );
const bug = (rank: number, inner: string): string =>
  `<BugInstance type='SQL_INJECTION_JDBC' priority='2' rank='${rank}' category='SECURITY' instanceHash='abc${rank}'>${inner}</BugInstance>`;
const line = (start: number, more = ''): string =>
  `<SourceLine sourcepath='a/B.java' sourcefile='B.java' start='${start}' end='${start}' ${more}/>`;

test('the line that is primary first, then the others; symbol, weakness of the pattern, rank', () => {
  const inner = `<ShortMessage>SQL &lt;injection&gt;</ShortMessage><LongMessage>At B</LongMessage>
    <Class classname='a.B'>${line(1)}</Class><Method classname='a.B' name='run'>${line(2)}</Method>${line(9)}${line(5, "primary='true'")}`;
  const { read: parsed, results } = read(`${bug(12, inner)}<BugPattern type='SQL_INJECTION_JDBC' cweid='89'/>`);
  expect(results).toEqual([
    {
      kind: 'code',
      rule: 'SQL_INJECTION_JDBC',
      title: 'SQL <injection>',
      message: 'At B',
      severity: 'medium',
      reportedSeverity: 'rank 12',
      confidence: 'medium',
      places: [
        { path: 'a/B.java', startLine: 5, endLine: 5, symbol: 'a.B.run' },
        { path: 'a/B.java', startLine: 9, endLine: 9, symbol: 'a.B.run' },
      ],
      weaknesses: ['CWE-89'],
      fingerprints: { instanceHash: 'abc12' },
    },
  ]);
  expect(parsed).toMatchObject({
    runs: [{ toolVersion: '4.8.3', purposes: ['sast'], finishedAt: '2023-11-14T22:13:20Z' }],
  });
});

test('without a line of its own, that of the method, else of the class', () => {
  const owner = `<Class classname='a.B'>${line(1)}</Class>`;
  const method = `<Method classname='a.B' name='run'>${line(2)}</Method>`;
  const lines = read(bug(1, owner + method) + bug(5, owner) + bug(15, '')).results.map((result) => shortly(result));
  expect(lines).toEqual([
    'code critical SQL_INJECTION_JDBC at a/B.java:2',
    'code high SQL_INJECTION_JDBC at a/B.java:1',
    'code low SQL_INJECTION_JDBC at ',
  ]);
});

test('a billion laughs is read over: what a document type declares is never expanded', () => {
  const entities = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  const text = `${entities}<BugCollection>${bug(1, '<ShortMessage>&b;</ShortMessage>')}</BugCollection>`;
  expect(readWhole(spotbugsReport, bytesOf(text)).results[0]?.title).toBe('&b;');
});

test('what SpotBugs finds again by one hash is one result with every place', () => {
  const { results } = read(bug(3, line(4)) + bug(3, line(8)));
  expect(results.map(({ places }) => places?.map(({ startLine }) => startLine))).toEqual([[4, 8]]);
});
