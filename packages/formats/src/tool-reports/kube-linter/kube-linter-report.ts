// SPDX-License-Identifier: Apache-2.0
import { at, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';

const keep: Keep = {
  Checks: { name: {} },
  Reports: {
    Diagnostic: { Message: {} },
    Check: {},
    Remediation: {},
    Object: {
      Metadata: { FilePath: {} },
      K8sObject: { Namespace: {}, Name: {}, GroupVersionKind: { Kind: {} } },
    },
  },
  Summary: { ChecksStatus: {}, KubeLinterVersion: {} },
};

/** KubeLinter's JSON: it rates nothing (unrated), and names objects, not lines. */
export const kubeLinterReport: ReportParser = jsonReport({
  id: 'kube-linter',
  title: 'KubeLinter JSON',
  keep,
  recognise: ([report]) => textOf(at(report, 'Summary', 'ChecksStatus')) !== null && at(report, 'Checks') !== undefined,
  read: ({ values: [report], give }) => {
    if (at(report, 'Summary') === undefined) return null;
    for (const found of objectsOf(at(report, 'Reports'))) give(resultOf(found));
    return {
      tool: 'kube-linter',
      toolVersion: textOf(at(report, 'Summary', 'KubeLinterVersion')),
      rules: objectsOf(at(report, 'Checks')).length,
    };
  },
});

function resultOf(found: JsonObject): GivenResult {
  const object = at(found, 'Object', 'K8sObject');
  const names = [at(object, 'Namespace'), at(object, 'GroupVersionKind', 'Kind'), at(object, 'Name')];
  const message = textOf(at(found, 'Diagnostic', 'Message'));
  return {
    kind: 'configuration',
    rule: textOf(found['Check']) ?? 'unnamed',
    title: message,
    message: [message, textOf(found['Remediation'])].filter((part) => part !== null).join('\n'),
    severity: 'unrated',
    places: [
      {
        path: textOf(at(found, 'Object', 'Metadata', 'FilePath')),
        symbol: names.flatMap((name) => textOf(name) ?? []).join('/'),
      },
    ],
  };
}
