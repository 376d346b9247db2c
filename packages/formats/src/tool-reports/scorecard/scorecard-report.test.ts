// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { scorecardReport } from './scorecard-report.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const report = {
  date: '2026-06-30T10:00:00Z',
  repo: { name: 'github.com/a/b', commit },
  scorecard: { version: 'v5.2.1', commit: 'x' },
  score: 6.5,
  checks: [
    { name: 'License', score: 10, reason: 'license file detected' },
    { name: 'Branch-Protection', score: -1, reason: 'internal error' },
    {
      name: 'Pinned-Dependencies',
      score: 3,
      reason: 'dependency not pinned by hash detected',
      details: [
        'Warn: GitHub-owned GitHubAction not pinned by hash: .github/workflows/a.yml:12: update your workflow',
        'Info: 1 out of 2 pinned',
      ],
      documentation: { short: 'Determines if dependencies are pinned.', url: 'https://example.org/pinned' },
    },
    { name: 'Of-Tomorrow', score: 0, reason: 'new' },
  ],
};

test('every check that has not its full score, with the risk that the documentation gives it', () => {
  const { read, results } = readWhole(scorecardReport, bytesOf(report));
  expect(results).toEqual([
    {
      kind: 'configuration',
      rule: 'Pinned-Dependencies',
      title: 'dependency not pinned by hash detected',
      message:
        'Determines if dependencies are pinned.\nWarn: GitHub-owned GitHubAction not pinned by hash: .github/workflows/a.yml:12: update your workflow',
      severity: 'medium',
      reportedSeverity: 'score 3 of 10',
      places: [{ path: '.github/workflows/a.yml', startLine: 12 }],
      help: 'https://example.org/pinned',
    },
    expect.objectContaining({ rule: 'Of-Tomorrow', severity: 'unrated' }),
  ]);
  expect(read).toMatchObject({
    runs: [
      {
        toolVersion: 'v5.2.1',
        commit,
        rules: 4,
        purposes: ['workflow-lint'],
        finishedAt: '2026-06-30T10:00:00Z',
        problems: ['Scorecard Branch-Protection: not assessed: internal error'],
      },
    ],
  });
});
