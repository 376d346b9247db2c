// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { decisionMatchesCi } from '../../pipelines/decision-matches-ci.ts';

// SP 800-218 PW.7.1: what was decided is what happens.
export const analysisDecisionMatchesCi: Check = defineCheck({
  id: 'analysis-decision-matches-ci',
  question: 'Does a pipeline run every code analysis that was decided on?',
  scope: 'product',
  needs: ['record:statements', 'ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'Each tool or kind of tool that the decision names is run by some pipeline. What people do is left out here.',
    doesNotShow: 'Whether it runs on every change, or whether the decision is right.',
    resolve: 'Name methods by ids of tools or purposes under decision, and keep the pipelines in the repository.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Compare the decision with what the pipelines run',
      'Add the missing tool to a pipeline, or decide anew and say why',
    ],
    after: ['review-and-analysis-decided'],
  },
  answer({ 'record:statements': statements, 'ci-pipelines': ci }, { asOf }) {
    return decisionMatchesCi(statements, ci, {
      topic: 'review-and-analysis-decided',
      purposes: ['sast', 'sca', 'secret-scan', 'iac-scan', 'lint', 'type-check', 'workflow-lint'],
      byPeople: ['peer-review', 'code-review', 'review', 'expert-review', 'manual-review'],
      asOf,
    });
  },
});
