// SPDX-License-Identifier: Apache-2.0
import type { Framework } from '@plumbline/core/catalog/framework';
import type { Verdict } from '@plumbline/core/verdicts/verdict';

/** A task of a catalog for which there is no procedure yet: unknown, never left out. */
export function withoutProcedure(task: string, framework: Framework): Verdict {
  return {
    task,
    verdict: 'unknown',
    strength: null,
    scope: ['organisation'],
    because: `${framework.id} ${task} has no procedure yet: nothing here says what would count`,
    answers: [],
  };
}
