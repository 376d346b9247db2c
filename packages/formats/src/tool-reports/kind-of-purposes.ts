// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ResultKind } from '@plumbline/core/findings/tool-result';

/** What a tool of one purpose finds. */
const kinds: { readonly [P in ToolPurpose]?: ResultKind } = {
  sast: 'code',
  lint: 'code',
  fuzzing: 'code',
  sca: 'component',
  'secret-scan': 'secret',
  'iac-scan': 'configuration',
  'workflow-lint': 'configuration',
  dast: 'dynamic',
};

/** The kind of what a tool finds that has one purpose; null for a tool of several, or of one that finds no weaknesses. */
export function kindOfPurposes([purpose, ...others]: readonly ToolPurpose[]): ResultKind | null {
  return purpose === undefined || others.length > 0 ? null : (kinds[purpose] ?? null);
}
