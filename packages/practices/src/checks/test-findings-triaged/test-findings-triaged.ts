// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { shortText } from '../../words/short-text.ts';
import { noneCounted } from '../../words/none-counted.ts';

// SP 800-218 PW.8.2: record and triage all discovered issues. What analysis found is asked apart (PW.7.2).
export const testFindingsTriaged: Check = defineCheck({
  id: 'test-findings-triaged',
  question: 'Is no finding of testing untriaged for longer than the policy allows?',
  scope: 'repository',
  needs: ['findings-register'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'The register of findings holds none of testing that has waited for triage longer than the policy allows.',
    doesNotShow: 'Whether the triage was right, or whether the tools look for enough.',
    resolve:
      'Run `plumbline scan`, or import the report of a complete run over the commit; decide on findings in security/triage.yaml.',
  },
  remedy: {
    effort: 'days',
    steps: ['Look at the overdue findings first', 'Confirm, refute or accept each, with a reason'],
    after: ['tests-run-on-changes'],
  },
  answer({ 'findings-register': item }) {
    if (item.state === 'absent') return no(`No register of findings: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { fromTesting, testingUntriagedOverdue, triageDaysMax, testingTools } = item.fact;
    const overdue = testingUntriagedOverdue;
    const measures = [{ name: 'findings overdue for triage', value: overdue, of: fromTesting }];
    if (overdue > 0)
      return no(
        `${counted(overdue, 'finding')} of testing untriaged for more than ${triageDaysMax} days, of ${fromTesting}`,
        [cite(item)],
        measures,
      );
    if (testingTools === 0)
      return unknown(
        'No tool of testing has run to its end: findings may be missing',
        'Import the report of a complete run',
        [cite(item)],
      );
    return yes(
      `${noneCounted(fromTesting, 'finding')} of testing has waited more than ${triageDaysMax} days`,
      [cite(item)],
      measures,
    );
  },
});
