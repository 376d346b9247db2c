// SPDX-License-Identifier: Apache-2.0
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import { analysisTool } from '../imports/analysis-tools.ts';
import { bounded } from '../imports/named-tool.ts';

/** What a report says of its run; what is left out it does not say. `problems` is always there, so that none is forgotten. */
export type GivenReport = Partial<Omit<ToolReport, 'format' | 'tool' | 'problems'>> &
  Pick<ToolReport, 'format' | 'problems'> & {
    /** As the tool calls itself. */
    readonly tool: string;
  };

/** A run with everything that is not said as null, and the purposes of its tool where they are not given. */
export function createToolReport(given: GivenReport): ToolReport {
  return {
    toolVersion: null,
    purposes: analysisTool(given.tool)?.purposes ?? [],
    commit: null,
    completed: null,
    startedAt: null,
    finishedAt: null,
    rules: null,
    databaseAt: null,
    ...given,
    tool: bounded(given.tool) ?? given.tool,
  };
}
