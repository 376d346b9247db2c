// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines, ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import { type ToolRun, toolRuns } from './tool-runs.ts';

// A record, so that a purpose that is added and forgotten here does not compile.
const purposes: { readonly [P in ToolPurpose]: true } = {
  sast: true,
  sca: true,
  'secret-scan': true,
  dast: true,
  'iac-scan': true,
  fuzzing: true,
  test: true,
  lint: true,
  'type-check': true,
  'workflow-lint': true,
  sbom: true,
  provenance: true,
  sign: true,
  checksum: true,
  build: true,
  publish: true,
  update: true,
  gate: true,
};

/** Every place where a pipeline runs a tool that we recognise, whatever it is for. */
export function everyToolRun(ci: CiPipelines): readonly ToolRun[] {
  return toolRuns(ci, Object.keys(purposes) as readonly ToolPurpose[]); // keys of the record are its purposes
}
