// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';

/** The ids that each result gives to its one vulnerability: what `createAliasGraph` takes, beside those of advisories. */
export function* aliasesOfResults(results: Iterable<ToolResult>): Generator<readonly string[]> {
  for (const { kind, rule, vulnerabilities } of results) {
    if (vulnerabilities === undefined) continue;
    yield kind === 'component' ? [...vulnerabilities, ...(isVulnerabilityId(rule) ? [rule] : [])] : vulnerabilities;
  }
}

/** Tools put names of checks into the same member. */
const isVulnerabilityId = (rule: string): boolean => /^[A-Z][A-Za-z]{1,12}-[\w.:-]*\d[\w.:-]*$/.test(rule);
