// SPDX-License-Identifier: Apache-2.0
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import type { ReportOptions } from '../report-options.ts';

/** A step of a roadmap, varied where the caller cares. */
export function anAction(change: Partial<RoadmapAction> = {}): RoadmapAction {
  return {
    id: 'workflow-actions-pinned',
    checks: ['workflow-actions-pinned'],
    title: 'Pin every external action by its commit',
    tasks: ['PO.3.2', 'PO.5.1'],
    completes: ['PO.3.2'],
    helps: [],
    effort: 'minutes',
    effortDays: 0.1,
    resolves: 'no',
    because: '9 of 14 external uses are pinned by commit',
    steps: ['Apply the ready patch', 'Let the update bot keep the pins current'],
    after: [],
    patch: 'pin-actions',
    owner: 'maintainers',
    scope: 'repository',
    phase: 1,
    due: '2026-12-04',
    ...change,
  };
}

/** Help for one check of the fixture. */
export const aHelp: NonNullable<ReportOptions['help']> = {
  'workflow-actions-pinned': {
    guide: {
      shows: 'Nobody can change what the pipelines run by moving a tag.',
      doesNotShow: 'Whether the pinned code is trustworthy.',
      resolve: 'Bring the pipeline files into the repository.',
    },
    remedy: {
      effort: 'minutes',
      steps: ['Replace every tag by the commit that it names', 'Let the update bot keep them current'],
    },
  },
};
