// SPDX-License-Identifier: Apache-2.0
import type { ResultKind } from '@plumbline/core/findings/tool-result';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, isObject, listOf, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { confidenceOf } from '../confidence-words.ts';
import type { GivenPlace, GivenResult } from '../create-result.ts';
import { isSemgrepSecretRule } from '../is-semgrep-secret-rule.ts';
import { numberOf, oneOrMany } from '../json-scalars.ts';
import { commonSeverities, severityOf, type SeverityWords } from '../severity-words.ts';

/** Semgrep's documentation, "Rule syntax": ERROR, WARNING and INFO are high, medium and low; newer rules say it in words. */
const severities: SeverityWords = { ...commonSeverities, error: 'high', warning: 'medium', info: 'low' };

/** What a person without an account sees in place of a text. */
const withheld = 'requires login';

/** A result as Semgrep writes it to JSON. */
export function semgrepResult(result: JsonObject): GivenResult {
  const extra = objectOf(result['extra']);
  const metadata = objectOf(extra['metadata']);
  const rule = textOf(result['check_id']) ?? 'unnamed';
  const dependency = objectOf(at(extra, 'sca_info', 'dependency_match'));
  const found = objectOf(dependency['found_dependency']);
  const kind = kindOf(rule, metadata, found);
  const severity = textOf(metadata['sca-severity']) ?? textOf(extra['severity']);
  return {
    kind,
    rule,
    title: textOf(metadata['shortDescription']) ?? firstSentence(textOf(extra['message'])),
    message: textOf(extra['message']),
    severity: severityOf(severity, severities),
    reportedSeverity: severity,
    confidence: confidenceOf(textOf(metadata['confidence'])),
    places: placesOf(result, extra),
    weaknesses: oneOrMany(metadata['cwe']),
    fingerprints: { fingerprint: said(extra['fingerprint']) },
    suppressed: extra['is_ignored'] === true ? { where: 'source' } : null,
    help: textOf(metadata['shortlink']) ?? textOf(metadata['source']) ?? textOf(metadata['source-rule-url']),
    ...(kind === 'component' ? componentPart(found, textOf(dependency['lockfile']), metadata) : {}),
  };
}

function kindOf(rule: string, metadata: JsonObject, found: JsonObject): ResultKind {
  if (textOf(found['package']) !== null) return 'component';
  const isSecret = isSemgrepSecretRule(rule) || textsOf(metadata['technology']).includes('secrets');
  return isSecret ? 'secret' : 'code';
}

function placesOf(result: JsonObject, extra: JsonObject): readonly GivenPlace[] {
  const own = placeOf(result);
  const snippet = said(extra['lines']);
  const trace = objectOf(extra['dataflow_trace']);
  // A step is ["CliLoc", [location, text]], an intermediate variable an object with a location.
  const [, source] = listOf(trace['taint_source']);
  const [location] = listOf(source);
  const steps = [location, ...objectsOf(trace['intermediate_vars']).map((step) => step['location'])];
  return [{ ...own, snippet }, ...steps.filter((step) => isObject(step)).map((step) => placeOf(step))];
}

function placeOf(location: JsonObject): GivenPlace {
  return {
    path: textOf(location['path']),
    startLine: numberOf(at(location, 'start', 'line')),
    endLine: numberOf(at(location, 'end', 'line')),
    startColumn: numberOf(at(location, 'start', 'col')),
  };
}

function componentPart(found: JsonObject, lockfile: string | null, metadata: JsonObject): Partial<GivenResult> {
  const name = textOf(found['package']);
  const version = textOf(found['version']);
  const fixes = objectsOf(metadata['sca-fix-versions']).map((fix) => textOf(name === null ? null : at(fix, name)));
  return {
    component: {
      name,
      version,
      purl: ecosystemPackageUrl(textOf(found['ecosystem']), name, version),
      path: lockfile,
    },
    vulnerabilities: [textOf(metadata['sca-vuln-database-identifier'])],
    fixedVersions: fixes,
  };
}

function said(value: JsonValue | undefined): string | null {
  const text = textOf(value);
  return text === withheld ? null : text;
}

/** Semgrep has no titles: its messages begin with what is wrong. */
function firstSentence(message: string | null): string | null {
  return message?.slice(0, 600).split(/(?<=[^.]{12}[.!?])\s/, 1)[0] ?? null;
}
