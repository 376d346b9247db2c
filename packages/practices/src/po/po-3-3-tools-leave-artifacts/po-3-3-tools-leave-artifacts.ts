// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { toolsLeaveArtifacts } from '../../checks/tools-leave-artifacts/tools-leave-artifacts.ts';

export const po33ToolsLeaveArtifacts: TaskProcedure = defineTask({
  id: 'PO.3.3',
  scope: ['repository', 'release'],
  checks: [toolsLeaveArtifacts],
  note: 'The declared mandatory tools say which reports to expect, so that one that nobody passed reads as missing. A report counts when it names its tool version and commit and how it ended.',
});
