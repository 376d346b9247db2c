// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { RawCommit } from '../../platform/git/parse-commit.ts';
import { changeShape } from './change-shape.ts';

const ada = { name: 'Ada', email: 'ada@example.com' };
const commit = (message: string, overrides: Partial<RawCommit> = {}): RawCommit => ({
  parents: 1,
  author: ada,
  committer: ada,
  committedAt: 0,
  signature: null,
  message,
  ...overrides,
});
const shapeOf = (message: string, overrides?: Partial<RawCommit>) => changeShape(commit(message, overrides), 'main');

describe('changeShape', () => {
  it.each([
    'Fix (#12)',
    'Fix (!12)',
    'bpo-1: Fix (GH-12)',
    'Fix (owner/name#12)',
    'Merged in feature (pull request #12)',
    'Merged PR 12: Fix',
    'Merge commit from fork',
    'Fix\n\nSee merge request group/project!12',
    'Fix\n\nPR-URL: https://example.com/x/y/pull/12',
    'Fix\n\nCloses #12',
    'Fix\n\nCloses: https://example.com/x/y/-/merge_requests/12',
    'Fix\n\nPart-of: <https://example.com/x/-/merge_requests/12>',
    `Fix\n\nChange-Id: I${'0'.repeat(40)}`,
    'Fix\n\nDifferential Revision: https://reviews.example.org/D12',
    'Fix\n\nLink: https://lore.kernel.org/r/1@example.org',
  ])('%j refers to a review', (message) => expect(shapeOf(message)).toBe('squash-reference'));

  it.each([
    'Fix',
    'Fix #12',
    'Release (2026)',
    'Fix\n\nFixes #12',
    'Fix\n\nSigned-off-by: Bob <bob@example.com>',
    'Fix\n\nReviewed-by: Ada <other@example.com>',
    'Fix\n\nReviewed-by: Ada Else <ADA@example.com>',
    'Fix\n\nReviewed-by: Bob <bob@example.com>\nCo-authored-by: Bob <bob@example.com>',
    'Fix\n\nTested-by: build-bot <ci@example.com>',
    'Fix\n\nReviewed-by:',
    'Reviewed-by: Bob <bob@example.com>',
  ])('%j refers to none', (message) => expect(shapeOf(message)).toBe('unreferenced'));

  it.each([
    'Reviewed-by: Bob',
    'Reviewed By: Bob <b@example.com>',
    'Acked-by: B <b@c.d>',
    'Approved-by: Bob',
    'Reviewed-on: https://example.com/1',
  ])('%j is a sign of review, stronger than a reference', (trailer) =>
    expect(shapeOf(`Fix (#12)\n\n${trailer}`)).toBe('review-trailer'),
  );

  it('tells merges of branches from the merges that a pull makes', () => {
    const merge = { parents: 2 };
    expect(shapeOf("Merge branch 'feature' into 'main'", merge)).toBe('merge');
    expect(shapeOf("Merge branch 'feature' of example.com:x/y", merge)).toBe('merge');
    expect(shapeOf("Merge branch 'main' of example.com:x/y", merge)).toBe('unreferenced');
    expect(shapeOf("Merge remote-tracking branch 'origin/main'", merge)).toBe('unreferenced');
    expect(shapeOf("Merge remote-tracking branch 'origin/feature'", merge)).toBe('merge');
    expect(changeShape(commit("Merge branch 'master' of example.com:x", merge), null)).toBe('unreferenced');
  });

  it('keeps what programs wrote apart, unless it was merged', () => {
    const author = { name: 'dependabot[bot]', email: '49699333+dependabot[bot]@users.noreply.github.com' };
    expect(shapeOf('Bump x (#12)', { author })).toBe('bot');
    expect(shapeOf('Merge #12', { author, parents: 2 })).toBe('merge');
    expect(shapeOf('Fix', { author: { name: 'Marc Talbot', email: 'talbot@example.com' } })).toBe('unreferenced');
  });

  it('takes time in proportion to a hostile message', () => {
    const start = performance.now();
    for (const part of ['(a#', "Merge branch '", 'a-', 'a: http://', 'Reviewed-by: <', '(', '\nCloses']) {
      shapeOf(part.repeat(100_000));
      shapeOf(`x\n${part.repeat(100_000)}`);
    }
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
