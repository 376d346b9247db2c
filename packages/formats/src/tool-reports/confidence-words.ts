// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';

/** A tool's word for how sure it is, in any case; null for what is none of the three. */
export function confidenceOf(word: string | null): NonNullable<ToolResult['confidence']> | null {
  const key = word?.toLowerCase();
  return key === 'high' || key === 'medium' || key === 'low' ? key : null;
}
