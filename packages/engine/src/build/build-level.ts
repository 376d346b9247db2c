// SPDX-License-Identifier: Apache-2.0

/** The level of SLSA's Build track (slsa.dev/spec/v1.1/levels) that provenance of this kind can claim, and what keeps it there. */
export type BuildLevel = {
  readonly level: 0 | 1;
  readonly because: string;
  readonly missingForLevel2: readonly string[];
  readonly missingForLevel3: readonly string[];
};

/** A build on somebody's own machine. No setting raises it: who runs the build could write the provenance by hand. */
export const localBuildLevel: BuildLevel = {
  level: 1,
  because: 'provenance says how, from what and by whom it was built, and names every output by its digest',
  missingForLevel2: [
    'a hosted build platform: this one is the machine of whoever ran it',
    'provenance that the platform signs with a key of its own: whoever ran the build can write or alter it',
  ],
  missingForLevel3: [
    'a control plane apart from the machine: whoever administers it can reach into the build',
    'a signing key that nobody who defines a build can use',
  ],
};
