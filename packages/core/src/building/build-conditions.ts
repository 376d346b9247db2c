// SPDX-License-Identifier: Apache-2.0

/** What surrounds a build and must not show in what it makes. Paths are those inside the sandbox. */
export type BuildConditions = {
  readonly sourcePath: string;
  readonly homePath: string;
  readonly outputPath: string;
  readonly hostname: string;
  /** Octal, as `umask` takes it. */
  readonly umask: string;
  readonly locale: string;
  /** As POSIX writes it. */
  readonly timeZone: string;
  readonly cpus: 'all' | 'one';
  /** The order in which the files of the source are made. */
  readonly fileOrder: 'listed' | 'reversed';
  /** By how many days the clock is ahead; needs libfaketime. */
  readonly clockAheadDays: number;
};

/** The first build, and the only one where nothing is to be reproduced. */
export const ordinaryConditions: BuildConditions = {
  sourcePath: '/build/source',
  homePath: '/build/home',
  outputPath: '/build/output',
  hostname: 'build',
  umask: '0022',
  locale: 'C.UTF-8',
  timeZone: 'UTC0',
  cpus: 'all',
  fileOrder: 'listed',
  clockAheadDays: 0,
};
