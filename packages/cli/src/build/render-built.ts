// SPDX-License-Identifier: Apache-2.0
import type { BuildMaterial } from '@plumbline/core/building/build-material';
import type { BuildOutput } from '@plumbline/core/building/build-run';
import type { Workshop } from '@plumbline/core/building/workshop';
import type { BuildEntry, Reproduction } from '@plumbline/core/state/build-entry';
import type { Built } from '@plumbline/engine/build/build-and-record';
import { localBuildLevel } from '@plumbline/engine/build/build-level';
import { printJson } from '@plumbline/reports/print-json';
import { visibleText } from '@plumbline/reports/visible-text';

const shownMax = 50;

/** What was built, how it was kept apart, what it can claim, and where a second build differs. */
export function renderBuilt(
  { run, materials, reproduction }: Extract<Built, { readonly state: 'built' }>,
  { isolation }: Workshop,
  folder: string,
): string {
  const filter = isolation.systemCallFilter ? ', system calls filtered' : '';
  const lines = [
    `Built ${run.outputs.length} ${run.outputs.length === 1 ? 'artifact' : 'artifacts'} into ${folder}`,
    ...shortened(run.outputs.map((output) => `  ${output.sha256}  ${output.path}${hardeningWords(output)}`)),
    '',
    `Isolated by ${isolation.program} ${isolation.version}: own ${isolation.namespaces.join(', ')} namespaces${filter}`,
    `Materials: ${materials.length}, named in the provenance`,
    `SLSA Build L${localBuildLevel.level}: ${localBuildLevel.because}`,
    ...localBuildLevel.missingForLevel2.map((missing) => `  for L2 is missing: ${missing}`),
    ...localBuildLevel.missingForLevel3.map((missing) => `  for L3 is missing: ${missing}`),
    'The provenance is not signed yet: plumbline sign does that',
    ...(reproduction === null ? [] : ['', ...reproductionLines(reproduction)]),
  ];
  return `${lines.map((line) => visibleText(line)).join('\n')}\n`;
}

/** What was built of which source, for machines. */
export type BuiltRecord = Pick<BuildEntry, 'builtAt' | 'command' | 'outputs' | 'reproduction'> & {
  readonly source: BuildMaterial;
};

/** For machines: the same, without the statement, which has a file of its own. */
export function renderBuiltJson({ source, ...made }: BuiltRecord, folder: string): string {
  const { gitCommit } = source.digest;
  const commit = gitCommit === undefined ? {} : { commit: gitCommit };
  return printJson({ schema: 1, ...commit, source: source.digest, ...made, folder, level: localBuildLevel });
}

function hardeningWords({ hardening }: BuildOutput): string {
  if (hardening === null) return '';
  const { protections } = hardening;
  const named = (state: string): readonly string[] =>
    Object.entries(protections).flatMap(([name, protection]) => (protection === state ? [name] : []));
  const parts = (['missing', 'partial', 'not-seen'] as const).flatMap((state) =>
    named(state).length === 0 ? [] : [`${state === 'not-seen' ? 'not seen' : state}: ${named(state).join(', ')}`],
  );
  return parts.length === 0 ? '  (hardened)' : `  (${parts.join('; ')})`;
}

function reproductionLines({ varied, notVaried, differences, differenceCount }: Reproduction): readonly string[] {
  const same = differenceCount === 0;
  return [
    same ? 'A second build gave the same bytes' : `A second build differs in ${differenceCount} of its outputs`,
    ...shortened(
      differences.flatMap(({ path, because, members }) => [
        `  ${path}: ${because}`,
        ...members.map((member) => `    ${member}`),
      ]),
    ),
    `  varied: ${varied.join('; ')}`,
    `  not varied: ${notVaried.join('; ')}`,
  ];
}

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length <= shownMax
    ? lines
    : [...lines.slice(0, shownMax), `  and ${lines.length - shownMax} lines more`];
}
