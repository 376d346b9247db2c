// SPDX-License-Identifier: Apache-2.0

/**
 * How much a crosswalk may be relied on, in falling order. `published`: the other framework itself states the pair.
 * `nist-reference`: NIST states it in the References column of the SSDF. `derived`: two published mappings chained,
 * indicative only.
 */
export const crosswalkKinds = ['published', 'nist-reference', 'derived'] as const;

export type CrosswalkKind = (typeof crosswalkKinds)[number];

/** One pair as its source prints it. Whether the ids exist is a question for `checkCrosswalk`. */
export type CrosswalkRow = {
  /** An id of the framework that the crosswalk covers: task, practice or group. */
  readonly ssdf: string;
  /** An id of the other framework. */
  readonly ref: string;
  /** In a derived crosswalk: the id between the two. */
  readonly via?: string;
  /** `ssdf` as printed, where it was read otherwise on purpose; the crosswalk's note says why. */
  readonly asPrinted?: string;
  /** What a misprinted `ssdf` probably means: a hint for people, never followed. */
  readonly probably?: string;
  /** The source's own words about the pair. */
  readonly note?: string;
};

export type CrosswalkSource = { readonly repository: string; readonly path: string; readonly commit: string };

/** All pairs between one SSDF framework and one other framework. */
export type Crosswalk = {
  readonly slug: string;
  readonly frameworkId: string;
  readonly framework: string;
  readonly title: string;
  readonly kind: CrosswalkKind;
  /** The id of the SSDF framework whose ids stand in `ssdf`: ids mean nothing outside their framework. */
  readonly covers: string;
  readonly viaCrosswalk?: string;
  readonly source: CrosswalkSource;
  readonly licence: string;
  readonly attribution?: string;
  /** The form that every `ref` has. */
  readonly refPattern: RegExp;
  readonly note?: string;
  readonly rows: readonly CrosswalkRow[];
};
