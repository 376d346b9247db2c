// SPDX-License-Identifier: Apache-2.0
import type { CveAssessment, SsvcPoints } from '@plumbline/core/vulnerabilities/cve-assessment';

/** An assessment as a record of CVE JSON 5.1, on one line; it comes back the same when it is parsed. */
export function renderCve({ id, modifiedAt, ssvc, vectors }: CveAssessment): string {
  return JSON.stringify({
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: { cveId: id, state: 'PUBLISHED', dateUpdated: modifiedAt },
    containers: {
      cna: { metrics: vectors.map((vectorString) => ({ [memberOf(vectorString)]: { vectorString } })) },
      adp: ssvc === null ? [] : [{ metrics: [{ other: { type: 'ssvc', content: { options: optionsOf(ssvc) } } }] }],
    },
  });
}

function memberOf(vector: string): string {
  const version = /^CVSS:(4\.0|3\.[01])\//.exec(vector)?.[1] ?? '2.0';
  return `cvssV${version.replace('.', '_')}`;
}

function optionsOf({ exploitation, automatable, technicalImpact }: SsvcPoints): readonly object[] {
  return [{ Exploitation: exploitation }, { Automatable: automatable }, { 'Technical Impact': technicalImpact }];
}
