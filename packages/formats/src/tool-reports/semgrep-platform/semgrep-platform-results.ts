// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, objectOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { confidenceOf } from '../confidence-words.ts';
import type { GivenResult } from '../create-result.ts';
import { isSemgrepSecretRule } from '../is-semgrep-secret-rule.ts';
import { numberOf } from '../json-scalars.ts';
import { severityOf } from '../severity-words.ts';

/** A finding in code, as the platform keeps it with its triage. */
export function platformFinding(found: JsonObject): GivenResult {
  const rule = textOf(found['rule_name']) ?? 'unnamed';
  const severity = textOf(found['severity']);
  const triage = textOf(found['triage_state']);
  const reason = textOf(found['triage_comment']) ?? textOf(found['triage_reason']);
  const message = textOf(at(found, 'rule', 'message')) ?? textOf(found['rule_message']);
  return {
    kind: isSemgrepSecretRule(rule) ? 'secret' : 'code',
    rule,
    title: textsOf(at(found, 'rule', 'vulnerability_classes'))[0] ?? message,
    message,
    severity: severityOf(severity),
    reportedSeverity: severity,
    confidence: confidenceOf(textOf(found['confidence'])),
    places: [
      {
        path: textOf(at(found, 'location', 'file_path')),
        startLine: numberOf(at(found, 'location', 'line')),
        endLine: numberOf(at(found, 'location', 'end_line')),
        startColumn: numberOf(at(found, 'location', 'column')),
      },
    ],
    weaknesses: textsOf(at(found, 'rule', 'cwe_names')),
    fingerprints: { match_based_id: textOf(found['match_based_id']) },
    suppressed: triage === 'ignored' || found['status'] === 'ignored' ? { where: 'elsewhere', reason } : null,
    gone: found['status'] === 'fixed' || found['state'] === 'fixed',
    help: textOf(found['line_of_code_url']),
  };
}

/** A vulnerable dependency that Semgrep Supply Chain matched. */
export function supplyChainFinding(found: JsonObject): GivenResult {
  const advisory = objectOf(found['advisory']);
  const severity = textOf(advisory['severity']);
  const name = textOf(at(found, 'matchedDependency', 'name'));
  const version = textOf(at(found, 'matchedDependency', 'versionSpecifier'));
  const path = textOf(at(found, 'dependencyFileLocation', 'path'));
  const triage = textOf(at(found, 'triage', 'status'));
  return {
    kind: 'component',
    rule: textOf(advisory['ruleId']) ?? 'unnamed',
    title: textOf(found['title']),
    message: textOf(advisory['description']),
    severity: severityOf(severity),
    reportedSeverity: severity,
    places: [{ path, startLine: numberOf(at(found, 'dependencyFileLocation', 'startLine')) }],
    component: { name, version, purl: ecosystemPackageUrl(textOf(advisory['ecosystem']), name, version), path },
    vulnerabilities: textsOf(at(advisory, 'references', 'cveIds')),
    weaknesses: textsOf(at(advisory, 'references', 'cweIds')),
    fixedVersions: [textOf(at(found, 'closestSafeDependency', 'versionSpecifier'))],
    fingerprints: { groupKey: textOf(found['groupKey']) },
    suppressed:
      triage === 'DISMISSED' ? { where: 'elsewhere', reason: textOf(at(found, 'triage', 'dismissReason')) } : null,
    gone: triage === 'FIXED',
    help: textsOf(at(advisory, 'references', 'urls'))[0],
  };
}
