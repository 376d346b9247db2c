// SPDX-License-Identifier: Apache-2.0
import type { Built } from '@plumbline/engine/build/build-and-record';
import { visibleText } from '@plumbline/reports/visible-text';

const linesShown = 20;

/** Why a build failed, what of it is not taken, and the end of its log. */
export function renderFailure({ which, because, run }: Extract<Built, { readonly state: 'failed' }>): string {
  const where = which === 'first' ? '' : ' the second time, in other conditions (it passed the first time)';
  const refused = run.refused.slice(0, linesShown).map(({ path, because }) => `  ${path}: ${because}`);
  const log = run.log.tail.split('\n').filter((line) => line !== '');
  return [
    `plumbline: the build failed${where}: ${because}`,
    ...refused,
    ...log.slice(-linesShown).map((line) => `  | ${line}`),
  ]
    .map((line) => visibleText(line))
    .join('\n');
}
