// SPDX-License-Identifier: Apache-2.0
import type { GateNeed } from '@plumbline/core/facts/records/gate-policy-record';
import type { ScanTarget } from '@plumbline/core/scanning/scan-target';

/** Kinds of tools for which a commit holds nothing at all: that none ran is no gap then. */
export function nothingFor({ languages, manifests, configurations }: ScanTarget): ReadonlySet<GateNeed> {
  const counts: readonly (readonly [GateNeed, number])[] = [
    ['sast', languages.size],
    ['sca', manifests.length],
    ['iac-scan', [...configurations.values()].flat().length],
  ];
  return new Set(counts.flatMap(([need, count]) => (count === 0 ? [need] : [])));
}
