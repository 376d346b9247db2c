// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { analysisTool } from '../../imports/analysis-tools.ts';
import { listOf, objectOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { artifactPaths } from '../../sarif/artifact-paths.ts';
import type { SarifRule } from '../../sarif/parse-sarif-rules.ts';
import type { SarifRun } from '../../sarif/parse-sarif-run.ts';
import { parseWeaknesses } from '../../sarif/parse-weaknesses.ts';
import { isFinding, isGone, levelOf, suppressionsOf } from '../../sarif/result-status.ts';
import { createResult, type GivenResult } from '../create-result.ts';
import { sarifComponents } from './sarif-components.ts';
import { sarifFingerprints } from './sarif-fingerprints.ts';
import { sarifKinds } from './sarif-kinds.ts';
import { messageOf } from './sarif-message-text.ts';
import { placesOf } from './sarif-places.ts';
import { confidenceOf, severityOf } from './sarif-severity.ts';

/** Results of one run in our words; null for what is no finding. */
export function sarifResults(run: SarifRun): (result: JsonObject) => ToolResult | null {
  const pathOf = artifactPaths(run.json);
  const kindOf = sarifKinds(run);
  const componentOf = sarifComponents(run);
  const prefix = `${analysisTool(run.tool)?.id ?? ''}/`;
  // "zizmor/artipacked": the id without the tool's own name is the one of its other reports.
  const ownId = (id: string): string => (prefix.length > 1 && id.startsWith(prefix) ? id.slice(prefix.length) : id);
  return (result) => {
    if (!isFinding(result, run.problems)) return null;
    const rule = run.rules.of(result);
    const ruleId = ownId(textOf(result['ruleId']) ?? textOf(objectOf(result['rule'])['id']) ?? rule?.id ?? 'unnamed');
    const message = messageOf(result, rule);
    const about = componentOf({ result, rule, ruleId, message });
    const kind = kindOf({ rule, ruleId, isAboutComponent: about !== null });
    const found = placesOf(result, run.json, pathOf);
    return createResult({
      kind,
      rule: ruleId,
      title: titleOf(rule, message),
      message,
      ...severityOf(result, rule, levelOf(result, rule, run.problems)),
      confidence: confidenceOf(result, rule),
      places: found.places,
      web: found.url === null ? null : { url: found.url },
      ...(kind === 'component' && about !== null
        ? { component: { ...about.component, path: found.places[0]?.path }, vulnerabilities: about.vulnerabilities }
        : {}),
      fixedVersions: kind === 'component' ? (about?.fixedVersions ?? []) : [],
      weaknesses: weaknessesOf(result, rule),
      fingerprints: sarifFingerprints(result),
      suppressed: suppressedOf(result),
      gone: isGone(result),
      help: rule?.helpUri,
    });
  };
}

function weaknessesOf(result: JsonObject, rule: SarifRule | null): readonly string[] {
  const own = parseWeaknesses(result['properties'], listOf(result['taxa']));
  return own.length === 0 ? (rule?.weaknesses ?? []) : [...(rule?.weaknesses ?? []), ...own];
}

/** Semgrep puts nothing but the id of the rule there. */
const emptyTitle = /^(?:Semgrep|Opengrep) Finding: /;

function titleOf(rule: SarifRule | null, message: string | null): string | null {
  const stated = rule?.shortDescription ?? rule?.name ?? null;
  return stated === null || emptyTitle.test(stated) ? firstLine(message) : stated;
}

const firstLine = (text: string | null): string | null => text?.slice(0, 400).split('\n', 1)[0] ?? null;

function suppressedOf(result: JsonObject): GivenResult['suppressed'] {
  const suppressions = suppressionsOf(result);
  if (suppressions.length === 0) return null;
  const reason = suppressions.flatMap(({ justification }) => textOf(justification) ?? [])[0];
  return { where: suppressions.some(({ kind }) => kind === 'inSource') ? 'source' : 'elsewhere', reason };
}
