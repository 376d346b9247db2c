// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { analysisFindingsTriaged } from '../../checks/analysis-findings-triaged/analysis-findings-triaged.ts';
import { changesReviewed } from '../../checks/changes-reviewed/changes-reviewed.ts';
import { sastRunsOnChanges } from '../../checks/sast-runs-on-changes/sast-runs-on-changes.ts';

export const pw72ReviewAndAnalyzeCode: TaskProcedure = defineTask({
  id: 'PW.7.2',
  scope: ['repository'],
  checks: [changesReviewed, sastRunsOnChanges, analysisFindingsTriaged],
  note: 'Merge commits and squash references show a request, not an approval: from git alone the answer is mostly unknown, with the figures. Bots’ changes are left out. Linters are not static analysis.',
});
