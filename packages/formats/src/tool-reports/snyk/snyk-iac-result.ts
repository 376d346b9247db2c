// SPDX-License-Identifier: Apache-2.0
import { at, listOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { numberOf } from '../json-scalars.ts';
import { severityOf } from '../severity-words.ts';

/** An issue that `snyk iac test --json` lists for a file. `path` leads to the setting in it. */
export function snykIacResult(found: JsonObject, file: string | null): GivenResult {
  const severity = textOf(found['severity']);
  const said = ['issue', 'impact', 'resolve'].map(
    (part) => textOf(at(found, 'iacDescription', part)) ?? textOf(found[part]),
  );
  const path = listOf(found['path']).filter((part) => typeof part === 'string' || typeof part === 'number');
  return {
    kind: 'configuration',
    rule: textOf(found['id']) ?? textOf(found['publicId']) ?? 'unnamed',
    title: textOf(found['title']),
    message: said.filter((part) => part !== null).join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    places: [{ path: file, startLine: numberOf(found['lineNumber']), symbol: path.slice(0, 30).join('.') }],
    suppressed: found['isIgnored'] === true ? { where: 'elsewhere' } : null,
    help: textOf(found['documentation']) ?? textsOf(found['references'])[0],
  };
}
