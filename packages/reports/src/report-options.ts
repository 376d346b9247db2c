// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';

/** What a report may say about a check beyond its answer: a whole `Check` fits. */
export type CheckHelp = Pick<Check, 'guide' | 'remedy'>;

/** What a report shows beside the assessment, when the caller has it. Without any of it every report is complete. */
export type ReportOptions = {
  /** Help by check id; a check without an entry is shown without help. */
  readonly help?: { readonly [check: string]: CheckHelp | undefined };
  /** The roadmap in its order; reports that show first steps show the first few. */
  readonly actions?: readonly RoadmapAction[];
};
