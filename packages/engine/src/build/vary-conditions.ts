// SPDX-License-Identifier: Apache-2.0
import { type BuildConditions, ordinaryConditions } from '@plumbline/core/building/build-conditions';
import type { VariableConditions } from '@plumbline/core/building/workshop';

export type VariedConditions = {
  readonly conditions: BuildConditions;
  /** For people: what a second build has otherwise, and what it has not and why. */
  readonly varied: readonly string[];
  readonly notVaried: readonly string[];
};

const clockAheadDays = 398;

/** The conditions of the second build: as far from those of the first as this machine can make them. */
export function varyConditions(variable: VariableConditions): VariedConditions {
  const conditions: BuildConditions = {
    sourcePath: '/elsewhere/of-another/length/source-tree',
    homePath: '/elsewhere/home-of-another',
    outputPath: '/elsewhere/made-here',
    hostname: 'another-machine',
    umask: '0007',
    locale: variable.locale ?? 'C',
    timeZone: '<+14>-14',
    cpus: variable.severalCpus ? 'one' : 'all',
    fileOrder: variable.fileOrder ? 'reversed' : 'listed',
    clockAheadDays: variable.clock ? clockAheadDays : 0,
  };
  const parts: readonly (readonly [what: string, because: string | null])[] = [
    ['path of the source, of HOME and of the output', null],
    ['host name', null],
    ['umask', null],
    [`locale (${ordinaryConditions.locale}, ${conditions.locale})`, null],
    ['time zone (UTC, 14 hours ahead)', null],
    ['number of processors', variable.severalCpus ? null : 'there is one only, or no taskset'],
    ['order in which files are made', variable.fileOrder ? null : 'both builds begin with copies of what was fetched'],
    [`clock (${clockAheadDays} days ahead)`, variable.clock ? null : 'libfaketime is not installed; seconds passed'],
    ['kernel, machine and versions of the tools', 'both builds ran on this machine'],
  ];
  return {
    conditions,
    varied: parts.flatMap(([what, because]) => (because === null ? [what] : [])),
    notVaried: parts.flatMap(([what, because]) => (because === null ? [] : [`${what}: ${because}`])),
  };
}
