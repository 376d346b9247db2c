// SPDX-License-Identifier: Apache-2.0
/** The predicates that bills of materials are attested by, each with or without a version behind. */
export const billTypes = ['https://cyclonedx.org/bom', 'https://spdx.dev/Document'] as const;

/** Those of statements about vulnerabilities. A bill of CycloneDX may hold them, too. */
export const vexTypes = [
  'https://openvex.dev/ns',
  'https://cyclonedx.org/bom',
  'https://cyclonedx.org/vex',
  'https://docs.oasis-open.org/csaf',
] as const;

export const isOfType = (predicateType: string, types: readonly string[]): boolean =>
  types.some((type) => predicateType === type || predicateType.startsWith(`${type}/`));

/** Whether a statement of this type carries a document of its own: a bill of materials, or statements about vulnerabilities. */
export const isDocumentType = (predicateType: string): boolean => isOfType(predicateType, [...billTypes, ...vexTypes]);
