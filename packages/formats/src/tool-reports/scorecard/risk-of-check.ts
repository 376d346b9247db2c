// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';

/** The risk that Scorecard's documentation gives each check (ossf/scorecard docs/checks.md). */
const risks: { readonly [check: string]: Severity } = {
  'Dangerous-Workflow': 'critical',
  Webhooks: 'critical',
  'Binary-Artifacts': 'high',
  'Branch-Protection': 'high',
  'Code-Review': 'high',
  'Dependency-Update-Tool': 'high',
  Maintained: 'high',
  'Signed-Releases': 'high',
  'Token-Permissions': 'high',
  Vulnerabilities: 'high',
  Fuzzing: 'medium',
  Packaging: 'medium',
  'Pinned-Dependencies': 'medium',
  SAST: 'medium',
  SBOM: 'medium',
  'Security-Policy': 'medium',
  'CI-Tests': 'low',
  'CII-Best-Practices': 'low',
  Contributors: 'low',
  License: 'low',
};

/** A check that the documentation did not know yet is unrated. */
export function riskOfCheck(name: string): Severity {
  return Object.hasOwn(risks, name) ? (risks[name] ?? 'unrated') : 'unrated';
}
