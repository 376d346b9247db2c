// SPDX-License-Identifier: Apache-2.0
import type { SourceLocation } from './source-location.ts';

export type Threat = {
  readonly id: string;
  readonly title: string;
  readonly state: 'mitigated' | 'accepted' | 'transferred' | 'open' | 'undecided';
  readonly owner: string | null;
};

/** One model of this product. A prose document lists no threats that a machine can count: `threats` is null. */
export type ThreatModel = {
  readonly at: SourceLocation;
  readonly format: 'plumbline' | 'otm' | 'threat-dragon' | 'threagile' | 'prose';
  readonly title: string;
  readonly threats: readonly Threat[] | null;
  readonly trustBoundaries: number;
  /** ISO day: stated in the model, else the last commit that changed it. */
  readonly reviewedOn: string | null;
  readonly lastChangedOn: string | null;
  readonly placeholder: boolean;
};

/** A part of the architecture that came or went: `new container image api/Dockerfile`, and the day by the history. */
export type ArchitectureChange = { readonly what: string; readonly path: string; readonly on: string };

/**
 * `architectureChangedOn`: day of the newest change to the parts of the architecture that a tree shows (components,
 * deployment, interfaces, network libraries) after the day of the newest model; null where there is none, or where nobody
 * looked. `architectureLookedSince`: the day since which the history was looked through; left out where nobody looked.
 */
export type ThreatModels = {
  readonly models: readonly ThreatModel[];
  readonly architectureChangedOn: string | null;
  readonly architectureChange?: ArchitectureChange;
  readonly architectureLookedSince?: string;
};
