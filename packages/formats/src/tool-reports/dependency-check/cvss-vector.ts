// SPDX-License-Identifier: Apache-2.0

/** Metrics of CVSS 3 in the order of the vector (v3.1 §6): Dependency-Check writes each as a word. */
const metrics: readonly (readonly [member: string, metric: string])[] = [
  ['attackVector', 'AV'],
  ['attackComplexity', 'AC'],
  ['privilegesRequired', 'PR'],
  ['userInteraction', 'UI'],
  ['scope', 'S'],
  ['confidentialityImpact', 'C'],
  ['integrityImpact', 'I'],
  ['availabilityImpact', 'A'],
];
const letters: { readonly [word: string]: string } = {
  NETWORK: 'N',
  ADJACENT: 'A',
  ADJACENT_NETWORK: 'A',
  LOCAL: 'L',
  PHYSICAL: 'P',
  LOW: 'L',
  HIGH: 'H',
  NONE: 'N',
  REQUIRED: 'R',
  UNCHANGED: 'U',
  CHANGED: 'C',
};

/** The vector that the words of the eight base metrics are; null when one is missing or unknown. */
export function cvss3Vector(metric: (member: string) => string | null): string | null {
  const parts = metrics.map(([member, name]) => {
    const word = metric(member)?.trim().toUpperCase() ?? '';
    return Object.hasOwn(letters, word) ? `${name}:${letters[word] ?? ''}` : null;
  });
  if (parts.includes(null)) return null;
  return `CVSS:${metric('version') === '3.0' ? '3.0' : '3.1'}/${parts.join('/')}`;
}
