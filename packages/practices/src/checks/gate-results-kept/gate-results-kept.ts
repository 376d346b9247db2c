// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { shortText } from '../../words/short-text.ts';

export const gateResultsKept: Check = defineCheck({
  id: 'gate-results-kept',
  question: 'Is the result of the gate kept for every commit on the default branch or release in the window?',
  scope: 'product',
  needs: ['gate-results'],
  strength: 'observed',
  freshDays: 30,
  automation: 'automatic',
  guide: {
    shows: 'For each commit or release that was expected to pass the gate, its result can be shown.',
    doesNotShow: 'Whether the kept results are unaltered (evidence-intact).',
    resolve: 'Run `plumbline gate` on every commit of the default branch, and keep .plumbline/ between runs.',
  },
  remedy: {
    effort: 'days',
    steps: ['Keep the result of each run of the gate, bound to its commit, where it cannot be altered'],
    after: ['gate-criteria-enforced'],
  },
  answer({ 'gate-results': item }) {
    if (item.state === 'absent') return no(`No result of a gate is kept: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { expected, kept } = item.fact;
    if (expected === 0) return notApplicable('No commit or release in the window had to pass the gate', [cite(item)]);
    const measures = [{ name: 'results kept', value: kept, of: expected }];
    const because = `${kept} of ${expected} expected results of the gate are kept`;
    return kept >= expected ? yes(because, [cite(item)], measures) : no(because, [cite(item)], measures);
  },
});
