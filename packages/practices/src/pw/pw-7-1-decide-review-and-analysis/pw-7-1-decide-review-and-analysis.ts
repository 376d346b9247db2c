// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { analysisDecisionMatchesCi } from '../../checks/analysis-decision-matches-ci/analysis-decision-matches-ci.ts';
import { reviewAndAnalysisDecided } from '../../checks/review-and-analysis-decided/review-and-analysis-decided.ts';

export const pw71DecideReviewAndAnalysis: TaskProcedure = defineTask({
  id: 'PW.7.1',
  scope: ['product'],
  checks: [reviewAndAnalysisDecided, analysisDecisionMatchesCi],
  note: 'The decision is a named person’s word; that it is carried out a machine can see.',
});
