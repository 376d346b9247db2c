// SPDX-License-Identifier: Apache-2.0
import type { BuildConditions } from '@plumbline/core/building/build-conditions';
import type { BuildPlan } from '@plumbline/core/building/build-plan';

/** Where libfaketime, which moves the clock of a program, lies where it is installed. */
export const clockLibraries: readonly string[] = ['x86_64-linux-gnu', 'aarch64-linux-gnu', '.'].map((folder) =>
  `/usr/lib/${folder}/faketime/libfaketime.so.1`.replace('/./', '/'),
);

/** Where the build finds programs: those of the system, then those of the declared folders. */
export function searchPathOf({ toolFolders, environment }: BuildPlan): string {
  const system = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
  return environment['PATH'] ?? [...toolFolders.flatMap((folder) => [`${folder}/bin`, folder]), ...system].join(':');
}

export type EnvironmentParts = {
  readonly plan: BuildPlan;
  readonly conditions: BuildConditions;
  /** Seconds since 1970: when the commit was made (reproducible-builds.org/specs/source-date-epoch). */
  readonly sourceDateEpoch: number;
  readonly clockLibrary: string | null;
};

/** The whole environment of a build: nothing of the caller's. What the plan declares comes last and wins. */
export function buildEnvironment(parts: EnvironmentParts): { readonly [name: string]: string } {
  const { plan, conditions, sourceDateEpoch, clockLibrary } = parts;
  const ahead = conditions.clockAheadDays > 0 && clockLibrary !== null;
  return {
    PATH: searchPathOf(plan),
    HOME: conditions.homePath,
    TMPDIR: '/tmp',
    OUTPUT: conditions.outputPath,
    LANG: conditions.locale,
    LC_ALL: conditions.locale,
    TZ: conditions.timeZone,
    SOURCE_DATE_EPOCH: String(sourceDateEpoch),
    ...(ahead ? { LD_PRELOAD: clockLibrary, FAKETIME: `+${conditions.clockAheadDays}d` } : {}),
    ...plan.environment,
  };
}
