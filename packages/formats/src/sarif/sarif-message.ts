// SPDX-License-Identifier: Apache-2.0
import type { SarifMessage } from './sarif-log.ts';

/**
 * Text as a SARIF message that is only text: braces are doubled, since a single one begins a placeholder (§3.11.5), and
 * no `[text](target)` is left, which a viewer would make a link of (§3.11.6).
 */
export function sarifMessage(text: string): SarifMessage {
  return { text: text.replace(/[{}]/gu, '$&$&').replaceAll('](', '] (') };
}
