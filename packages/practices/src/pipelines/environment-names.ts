// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines } from '@plumbline/core/facts/ci-pipelines';

/**
 * Environments that jobs deploy to, lower case, sorted and without repeats. A name that is put together at run time
 * cannot be told from the file and is left out.
 */
export function environmentNames({ pipelines }: CiPipelines): readonly string[] {
  const names = pipelines
    .flatMap(({ jobs }) => jobs.map(({ environment }) => environment?.trim().toLowerCase() ?? ''))
    .filter((name) => name !== '' && !name.includes('$'));
  return [...new Set(names)].toSorted();
}
