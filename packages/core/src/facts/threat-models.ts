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

/** `architectureChangedOn`: newest change in the window to files that shape the architecture (interfaces, deployment, authentication); null when nobody looked for one. */
export type ThreatModels = { readonly models: readonly ThreatModel[]; readonly architectureChangedOn: string | null };
