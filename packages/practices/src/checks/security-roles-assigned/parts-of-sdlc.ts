// SPDX-License-Identifier: Apache-2.0
import type { RoleEntry } from '@plumbline/core/facts/records/roles-record';

// The roles that SP 800-218 PO.2.1 example 3 lists, gathered into parts; each with the stems of words that name it.
const parts: readonly (readonly [part: string, stems: readonly string[]])[] = [
  ['management', ['manag', 'lead', 'officer', 'director', 'executive', 'sponsor', 'accountable', 'product owner']],
  ['development', ['develop', 'engineer', 'programm', 'maintain', 'committer', 'architect']],
  ['testing', ['test', 'quality', 'assurance', 'review', 'verif']],
  ['release and operation', ['release', 'operat', 'platform', 'infrastructure', 'devops', 'deploy', 'sre']],
  ['security', ['security', 'champion', 'appsec', 'devsecops']],
  ['vulnerability response', ['response', 'incident', 'psirt', 'vulnerabilit', 'disclosure']],
];

/** Parts of the SDLC that neither the name nor a responsibility of any role speaks of. */
export function uncoveredParts(roles: readonly RoleEntry[]): readonly string[] {
  const words = roles
    .flatMap(({ role, responsibilities }) => [role, ...responsibilities])
    .map((text) => text.toLowerCase());
  return parts
    .filter(([, stems]) => !stems.some((stem) => words.some((text) => text.includes(stem))))
    .map(([part]) => part);
}
