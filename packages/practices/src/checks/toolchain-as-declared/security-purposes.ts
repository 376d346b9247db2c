// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';

// Whether tools of a purpose belong to the toolchain that PO.3.1 means: those that mitigate risks, and those that make
// and publish what is shipped. Exhaustive, so that a new purpose must be decided on here.
const belongs: { readonly [P in ToolPurpose]: boolean } = {
  sast: true,
  sca: true,
  'secret-scan': true,
  dast: true,
  'iac-scan': true,
  fuzzing: true,
  sbom: true,
  provenance: true,
  sign: true,
  gate: true,
  build: true,
  publish: true,
  'workflow-lint': true,
  test: false,
  lint: false,
  'type-check': false,
  checksum: false,
  update: false,
};

/** Purposes whose tools must be declared when a pipeline runs them. */
export const securityPurposes: readonly ToolPurpose[] = (Object.keys(belongs) as ToolPurpose[]).filter(
  (purpose) => belongs[purpose],
);

/** Whether a pipeline would show a tool that serves this purpose. Editors and the like are never seen there. */
export function isPipelinePurpose(purpose: string): boolean {
  return Object.hasOwn(belongs, purpose.trim().toLowerCase());
}
