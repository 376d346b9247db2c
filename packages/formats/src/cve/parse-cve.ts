// SPDX-License-Identifier: Apache-2.0
import { parseInstant } from '../imports/parse-instant.ts';
import { notThisFormat } from '../imports/parsed.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import type { TextFault } from '../imports/text-fault.ts';
import { at, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';

/** CISA's decision points (SSVC), as the authorised data publisher wrote them. */
export type Ssvc = {
  readonly exploitation: string | null;
  readonly automatable: string | null;
  readonly technicalImpact: string | null;
};

/** A CVE record as far as it helps to weigh a vulnerability. */
export type CveRecord = {
  readonly id: string;
  readonly state: 'published' | 'rejected';
  readonly title: string | null;
  readonly modifiedAt: string | null;
  /** CVSS vectors, those of the numbering authority first. */
  readonly cvss: readonly string[];
  readonly weaknesses: readonly string[];
  readonly ssvc: Ssvc | null;
  /** The day on which it joined the catalog of known exploited vulnerabilities; null: the record does not say that it did. */
  readonly exploitedSince: string | null;
  readonly problems: readonly string[];
};

/** `others`: values that are no such record. */
export type ParsedCve =
  | { readonly state: 'parsed'; readonly records: readonly CveRecord[]; readonly others: number }
  | { readonly state: 'failed'; readonly fault: TextFault };

const vector: Keep = { vectorString: {} };
const container: Keep = {
  title: {},
  descriptions: { lang: {}, value: {} },
  providerMetadata: { shortName: {} },
  metrics: {
    cvssV2_0: vector,
    cvssV3_0: vector,
    cvssV3_1: vector,
    cvssV4_0: vector,
    other: {
      type: {},
      content: { options: { Exploitation: {}, Automatable: {}, 'Technical Impact': {} }, dateAdded: {} },
    },
  },
  problemTypes: { descriptions: { cweId: {} } },
};
const keep: Keep = {
  dataType: {},
  dataVersion: {},
  cveMetadata: { cveId: {}, state: {}, dateUpdated: {}, datePublished: {} },
  containers: { cna: container, adp: container },
};
const cvePattern = /^CVE-\d{4}-\d{4,12}$/;
const cvssMembers = ['cvssV4_0', 'cvssV3_1', 'cvssV3_0', 'cvssV2_0'] as const;
const titleMax = 200;

/**
 * Parses records of CVE JSON 5.x with the containers of their numbering authority and of authorised data publishers: one
 * JSON document, or one a line. What is no such record is passed over, unless nothing else is there.
 */
export function parseCve(bytes: Uint8Array): ParsedCve {
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const records = parsed.values.flatMap((value) => readRecord(objectOf(value)) ?? []);
  return records.length === 0
    ? notThisFormat('CVE: dataType is not CVE_RECORD, or there is no cveId')
    : { state: 'parsed', records, others: parsed.values.length - records.length };
}

function readRecord(document: JsonObject): CveRecord | null {
  const id = textOf(at(document, 'cveMetadata', 'cveId'));
  if (textOf(document['dataType']) !== 'CVE_RECORD' || id === null || !cvePattern.test(id)) return null;
  const problems = createProblems();
  const version = textOf(document['dataVersion']);
  if (version?.startsWith('5.') !== true) problems.add('CVE dataVersion: not 5.x; read as such all the same');
  const cna = objectOf(at(document, 'containers', 'cna'));
  const containers = [cna, ...objectsOf(at(document, 'containers', 'adp'))];
  const others = containers.flatMap(({ metrics }) => objectsOf(metrics)).map(({ other }) => objectOf(other));
  const metadata = objectOf(document['cveMetadata']);
  return {
    id,
    state: textOf(metadata['state']) === 'REJECTED' ? 'rejected' : 'published',
    title: titleOf(cna),
    modifiedAt: parseInstant(textOf(metadata['dateUpdated']) ?? textOf(metadata['datePublished']))?.at ?? null,
    cvss: vectorsOf(containers, problems),
    weaknesses: weaknessesOf(containers),
    ssvc: ssvcOf(others),
    exploitedSince: exploitedSince(others),
    problems: problems.list(),
  };
}

function titleOf(cna: JsonObject): string | null {
  const described = objectsOf(cna['descriptions']).find(({ lang }) => textOf(lang)?.startsWith('en') === true);
  const text = textOf(cna['title']) ?? textOf(described?.['value']);
  return text?.split('\n', 1)[0]?.slice(0, titleMax).toWellFormed() ?? null;
}

function vectorsOf(containers: readonly JsonObject[], problems: Problems): readonly string[] {
  const vectors = containers
    .flatMap(({ metrics }) => objectsOf(metrics))
    .flatMap((metric) =>
      cvssMembers.flatMap((member) => (metric[member] === undefined ? [] : [objectOf(metric[member])])),
    )
    .flatMap((metric) => {
      const text = textOf(metric['vectorString']);
      if (text === null || text.length > 300) problems.add('CVE metrics: a CVSS without a vector');
      return text === null || text.length > 300 ? [] : [text];
    });
  return [...new Set(vectors)];
}

function weaknessesOf(containers: readonly JsonObject[]): readonly string[] {
  const ids = containers
    .flatMap(({ problemTypes }) => objectsOf(problemTypes))
    .flatMap(({ descriptions }) => objectsOf(descriptions))
    .flatMap(({ cweId }) => /^CWE-\d{1,6}$/.exec(textOf(cweId) ?? '')?.[0] ?? []);
  return [...new Set(ids)];
}

function ssvcOf(others: readonly JsonObject[]): Ssvc | null {
  const options = others
    .filter(({ type }) => textOf(type)?.toLowerCase() === 'ssvc')
    .flatMap(({ content }) => objectsOf(objectOf(content)['options']));
  if (options.length === 0) return null;
  const point = (name: string): string | null =>
    options
      .map((option) => textOf(option[name]))
      .find((value) => value !== null)
      ?.toLowerCase() ?? null;
  return {
    exploitation: point('Exploitation'),
    automatable: point('Automatable'),
    technicalImpact: point('Technical Impact'),
  };
}

function exploitedSince(others: readonly JsonObject[]): string | null {
  for (const { type, content } of others) {
    if (textOf(type)?.toLowerCase() !== 'kev') continue;
    const day = /^\d{4}-\d\d-\d\d/.exec(textOf(objectOf(content)['dateAdded']) ?? '')?.[0];
    if (day !== undefined) return day;
  }
  return null;
}
