// SPDX-License-Identifier: Apache-2.0
import { at, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { numberOf } from '../json-scalars.ts';
import { severityOf } from '../severity-words.ts';

/**
 * A compliance report in the form of a summary: one result for a control of the benchmark that failed somewhere in the cluster.
 * The text of a control stands in the report's specification.
 */
export function clusterComplianceResults(resource: JsonObject): readonly GivenResult[] {
  const controls = new Map(
    objectsOf(at(resource, 'spec', 'compliance', 'controls')).map((control) => [textOf(control['id']), control]),
  );
  return objectsOf(at(resource, 'status', 'summaryReport', 'controlCheck')).flatMap((check) => {
    const id = textOf(check['id']);
    const fails = numberOf(check['totalFail']) ?? 0;
    if (fails <= 0) return [];
    const severity = textOf(check['severity']);
    return [
      {
        kind: 'configuration',
        rule: id ?? 'unnamed',
        title: textOf(check['name']),
        message: [textOf(controls.get(id)?.['description']), `Failed ${fails} times in the cluster`]
          .filter((part) => part !== null)
          .join('\n'),
        severity: severityOf(severity),
        reportedSeverity: severity,
      },
    ];
  });
}
