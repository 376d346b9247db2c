// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { shortText } from '../../words/short-text.ts';
import { noneCounted } from '../../words/none-counted.ts';

// SP 800-218 PW.7.2: record and triage all discovered issues. What testing found is asked apart (PW.8.2).
export const analysisFindingsTriaged: Check = defineCheck({
  id: 'analysis-findings-triaged',
  question: 'Is no finding of code analysis untriaged for longer than the policy allows?',
  scope: 'repository',
  needs: ['findings-register'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'The register of findings holds none of code analysis that has waited for triage longer than the policy allows.',
    doesNotShow: 'Whether the triage was right, or whether the tools look for enough.',
    resolve:
      'Run `plumbline scan`, or import the report of a complete run over the commit; decide on findings in security/triage.yaml.',
  },
  remedy: {
    effort: 'days',
    steps: ['Look at the overdue findings first', 'Confirm, refute or accept each, with a reason'],
    after: ['sast-runs-on-changes'],
  },
  answer({ 'findings-register': item }) {
    if (item.state === 'absent') return no(`No register of findings: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { fromAnalysis, untriagedOverdue, testingUntriagedOverdue, triageDaysMax, analysisTools } = item.fact;
    const overdue = Math.max(0, untriagedOverdue - testingUntriagedOverdue);
    const measures = [{ name: 'findings overdue for triage', value: overdue, of: fromAnalysis }];
    if (overdue > 0)
      return no(
        `${counted(overdue, 'finding')} of code analysis untriaged for more than ${triageDaysMax} days, of ${fromAnalysis}`,
        [cite(item)],
        measures,
      );
    if (analysisTools === 0)
      return unknown(
        'No tool of code analysis has run to its end: findings may be missing',
        'Import the report of a complete run',
        [cite(item)],
      );
    return yes(
      `${noneCounted(fromAnalysis, 'finding')} of code analysis has waited more than ${triageDaysMax} days`,
      [cite(item)],
      measures,
    );
  },
});
