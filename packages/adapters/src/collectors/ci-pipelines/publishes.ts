// SPDX-License-Identifier: Apache-2.0
import type { Job } from '@plumbline/core/facts/ci-pipelines';

/** Whether any step publishes packages, images or releases. */
export function publishes(jobs: readonly Job[]): boolean {
  return jobs.some((job) => job.steps.some((step) => step.tools.some((tool) => tool.purposes.includes('publish'))));
}
