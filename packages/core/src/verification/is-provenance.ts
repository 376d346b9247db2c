// SPDX-License-Identifier: Apache-2.0

/** Whether a predicate type is SLSA's for provenance, of any version. */
export function isProvenance(predicateType: string): boolean {
  return predicateType.startsWith('https://slsa.dev/provenance/');
}
