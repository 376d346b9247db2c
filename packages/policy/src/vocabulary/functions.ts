// SPDX-License-Identifier: Apache-2.0
import { CelScalar, celFunc, celMethod, type CelFunc } from '@bufbuild/cel';
import { matchesGlob } from '../glob/matches-glob.ts';

/** A function of policies beside those of CEL and its extension for strings. */
export type PolicyFunction = { readonly call: string; readonly doc: string; readonly implementation: CelFunc };

const ranks = new Map([
  ['none', 0],
  ['low', 1],
  ['medium', 2],
  ['high', 3],
  ['critical', 4],
]);

const { STRING, BOOL, INT } = CelScalar;
const dayMs = 86_400_000;

export const policyFunctions: readonly PolicyFunction[] = [
  {
    call: "finding.severity.atLeast('high')",
    doc: 'The severity is that or worse. `unrated` is never: ask for it by name.',
    implementation: celMethod('atLeast', STRING, [STRING], BOOL, function (level) {
      const wanted = ranks.get(level);
      if (wanted === undefined) throw new Error(`'${level.slice(0, 40)}' is no severity that can be compared`);
      return (ranks.get(this) ?? -1) >= wanted;
    }),
  },
  {
    call: "finding.path.glob('src/**')",
    doc: 'The path is of a pattern: `*` and `?` within one name, `**` for any number of names.',
    implementation: celMethod('glob', STRING, [STRING], BOOL, function (pattern) {
      return matchesGlob(this, pattern);
    }),
  },
  {
    call: "daysBetween('2026-01-31', today)",
    doc: 'Whole days from the first day to the second, negative when it is earlier.',
    implementation: celFunc('daysBetween', [STRING, STRING], INT, (from, to) =>
      BigInt(Math.floor((dayOf(to) - dayOf(from)) / dayMs)),
    ),
  },
];

function dayOf(day: string): number {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) throw new Error(`'${day.slice(0, 40)}' is no day (YYYY-MM-DD)`);
  return time;
}
