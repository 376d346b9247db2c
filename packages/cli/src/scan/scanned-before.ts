// SPDX-License-Identifier: Apache-2.0
import type { StateStore } from '@plumbline/core/state/state-store';
import { runsOnCommit } from '@plumbline/engine/gate/runs-on-commit';
import type { PlannedTool } from '@plumbline/engine/scan/planned-tool';

/** Whether every tool of a plan that would run has run on the commit before, at the same version. */
export async function scannedBefore(plan: readonly PlannedTool[], state: StateStore, commit: string): Promise<boolean> {
  const runs = await runsOnCommit(state, { commit });
  const versions = new Map(runs.flatMap((run) => (run.ran ? [[run.tool, run.version] as const] : [])));
  return plan.every(
    (tool) =>
      tool.state === 'not-applicable' ||
      tool.state === 'left-out' ||
      (tool.state === 'missing' && !tool.asked) ||
      (tool.state === 'runs' && versions.get(tool.scanner.tool) === tool.version),
  );
}
