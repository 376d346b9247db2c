// SPDX-License-Identifier: Apache-2.0
import type { ResultKind, ToolResult } from '@plumbline/core/findings/tool-result';
import { listOf, objectOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { artifactPaths } from '../../sarif/artifact-paths.ts';
import type { SarifRule } from '../../sarif/parse-sarif-rules.ts';
import type { SarifRun } from '../../sarif/parse-sarif-run.ts';
import { parseWeaknesses } from '../../sarif/parse-weaknesses.ts';
import { isFinding, isGone, levelOf, suppressionsOf } from '../../sarif/result-status.ts';
import { createResult, type GivenResult } from '../create-result.ts';
import { withoutTexts } from '../without-texts.ts';
import { sarifComponents } from './sarif-components.ts';
import { sarifFingerprints } from './sarif-fingerprints.ts';
import { sarifKinds } from './sarif-kinds.ts';
import { messageOf } from './sarif-message-text.ts';
import { placesOf, type SarifPlaces } from './sarif-places.ts';
import { confidenceOf, severityOf } from './sarif-severity.ts';

/** Results of one run in our words; null for what is no finding. */
export function sarifResults(run: SarifRun): (result: JsonObject) => ToolResult | null {
  const pathOf = artifactPaths(run.json);
  const kindOf = sarifKinds(run);
  const componentOf = sarifComponents(run);
  return (result) => {
    if (!isFinding(result, run.problems)) return null;
    const rule = run.rules.of(result);
    const ruleId = textOf(result['ruleId']) ?? textOf(objectOf(result['rule'])['id']) ?? rule?.id ?? 'unnamed';
    const message = messageOf(result, rule);
    const weaknesses = weaknessesOf(result, rule);
    const about = componentOf({ result, rule, ruleId, message });
    const kind = kindOf({ rule, ruleId, weaknesses, isAboutComponent: about !== null });
    const found = placesOf(result, run.json, pathOf);
    return createResult({
      kind,
      rule: ruleId,
      ...wording(kind, { message, rule, found }),
      ...severityOf(result, rule, levelOf(result, rule, run.problems)),
      confidence: confidenceOf(result, rule),
      ...placing(kind, found),
      ...(kind === 'component' && about !== null
        ? { component: { ...about.component, path: found.places[0]?.path }, vulnerabilities: about.vulnerabilities }
        : {}),
      fixedVersions: kind === 'component' ? (about?.fixedVersions ?? []) : [],
      weaknesses,
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

type Wording = { readonly message: string | null; readonly rule: SarifRule | null; readonly found: SarifPlaces };

/** Secret scanners show the secret as the snippet, and some repeat it in the message: neither leaves here. */
function wording(kind: ResultKind, { message, rule, found }: Wording): Pick<GivenResult, 'title' | 'message'> {
  const shown =
    kind === 'secret' && message !== null
      ? withoutTexts(
          message,
          found.places.flatMap(({ snippet }) => snippet ?? []),
        )
      : message;
  return { title: rule?.shortDescription ?? rule?.name ?? firstLine(shown), message: shown };
}

const firstLine = (text: string | null): string | null => text?.slice(0, 400).split('\n', 1)[0] ?? null;

function placing(kind: ResultKind, { places, url }: SarifPlaces): Pick<GivenResult, 'places' | 'web'> {
  const web = url === null ? null : { url };
  if (kind !== 'secret') return { places, web };
  return { places: places.map((place) => ({ ...place, snippet: null })), web };
}

function suppressedOf(result: JsonObject): GivenResult['suppressed'] {
  const suppressions = suppressionsOf(result);
  if (suppressions.length === 0) return null;
  const reason = suppressions.flatMap(({ justification }) => textOf(justification) ?? [])[0];
  return { where: suppressions.some(({ kind }) => kind === 'inSource') ? 'source' : 'elsewhere', reason };
}
