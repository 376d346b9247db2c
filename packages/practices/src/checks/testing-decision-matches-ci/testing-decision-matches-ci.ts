// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { decisionMatchesCi } from '../../pipelines/decision-matches-ci.ts';

// SP 800-218 PW.8.1: what was decided is what happens.
export const testingDecisionMatchesCi: Check = defineCheck({
  id: 'testing-decision-matches-ci',
  question: 'Does a pipeline run every test of the executable that was decided on?',
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
    after: ['executable-testing-decided'],
  },
  answer({ 'record:statements': statements, 'ci-pipelines': ci }, { asOf }) {
    return decisionMatchesCi(statements, ci, {
      topic: 'executable-testing-decided',
      purposes: ['test', 'fuzzing', 'dast'],
      byPeople: ['penetration-test', 'pentest', 'manual-test', 'exploratory-test', 'red-team'],
      asOf,
    });
  },
});
