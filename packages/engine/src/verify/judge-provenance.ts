// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@plumbline/core/canonical-json';
import type { ProvenanceExpectations } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep, VerificationStepId } from '@plumbline/core/verification/verification-step';
import type { Statement } from '@plumbline/formats/in-toto/read-statement';
import { at } from '@plumbline/formats/json/json-fields';
import type { Provenance } from '@plumbline/formats/slsa/provenance';
import { readProvenance } from '@plumbline/formats/slsa/read-provenance';
import { matchesPattern } from './matches-pattern.ts';

type Asked = {
  readonly step: VerificationStepId;
  readonly what: string;
  readonly wanted: (expectations: ProvenanceExpectations) => string | null;
  readonly stated: (provenance: Provenance) => string | null;
};

/** What is one text in provenance and one pattern in the policy. */
const texts: readonly Asked[] = [
  { step: 'builder', what: 'the builder', wanted: ({ builder }) => builder, stated: ({ builder }) => builder },
  {
    step: 'build-type',
    what: 'the build type',
    wanted: ({ buildType }) => buildType,
    stated: ({ buildType }) => buildType,
  },
  {
    step: 'source-uri',
    what: 'the source',
    // Provenance calls its source `git+https://…`, and the reader leaves out the transport: so does whoever copies it from there.
    wanted: ({ sourceUri }) => sourceUri?.replace(/^git\+/u, '') ?? null,
    stated: ({ source }) => source.uri,
  },
  {
    step: 'source-ref',
    what: 'the ref of the source',
    wanted: ({ sourceRef }) => sourceRef,
    stated: ({ source }) => source.ref,
  },
  {
    step: 'source-commit',
    what: 'the commit of the source',
    wanted: ({ sourceCommit }) => sourceCommit,
    stated: ({ source }) => source.commit,
  },
];

/** Whether provenance says what is expected of it: a row for each thing that is asked. */
export function judgeProvenance(
  statement: Statement | null,
  expectations: ProvenanceExpectations,
): readonly VerificationStep[] {
  const asked = texts.filter(({ wanted }) => wanted(expectations) !== null);
  const { parameters, materials } = expectations;
  const steps = [
    ...asked.map(({ step }) => step),
    ...(parameters.length > 0 ? (['parameters'] as const) : []),
    ...(materials.length > 0 ? (['materials'] as const) : []),
  ];
  const provenance = statement === null ? null : readProvenance(statement);
  if (provenance === null)
    return steps.map((step) => ({ step, outcome: 'failed', because: 'it is no SLSA provenance of version 0.2 or 1' }));
  return [
    ...asked.map((one) => judgeText(one, provenance, expectations)),
    ...(parameters.length > 0 ? [judgeParameters(provenance, expectations)] : []),
    ...(materials.length > 0 ? [judgeMaterials(provenance, expectations)] : []),
  ];
}

function judgeText(
  { step, what, wanted, stated }: Asked,
  provenance: Provenance,
  expectations: ProvenanceExpectations,
): VerificationStep {
  const pattern = wanted(expectations) ?? '';
  const text = stated(provenance);
  if (text !== null && matchesPattern(text, pattern)) return { step, outcome: 'passed', because: `${what} is ${text}` };
  return { step, outcome: 'failed', because: `${what} is ${text ?? 'not stated'}; ${pattern} is expected` };
}

function judgeParameters({ parameters }: Provenance, { parameters: wanted }: ProvenanceExpectations): VerificationStep {
  for (const { name, value } of wanted) {
    const stated = at(parameters, ...name.split('.'));
    const text = stated === undefined ? null : typeof stated === 'string' ? stated : canonicalJson(stated);
    if (text === value) continue;
    const because = `the parameter ${name} is ${text ?? 'not stated'}; ${value} is expected`;
    return { step: 'parameters', outcome: 'failed', because };
  }
  return {
    step: 'parameters',
    outcome: 'passed',
    because: `as expected: ${wanted.map(({ name }) => name).join(', ')}`,
  };
}

function judgeMaterials({ materials }: Provenance, { materials: wanted }: ProvenanceExpectations): VerificationStep {
  for (const { uri, digest } of wanted) {
    const named = materials.filter((material) => matchesPattern(material.uri, uri));
    const [algorithm = '', hex = ''] = digest?.split(':') ?? [];
    if (named.some((material) => digest === null || material.digest[algorithm] === hex)) continue;
    const because =
      named.length === 0 ? `no material is ${uri}` : `${uri} is a material, but not with the digest ${digest ?? ''}`;
    return { step: 'materials', outcome: 'failed', because };
  }
  return { step: 'materials', outcome: 'passed', because: `all expected ones are there (${wanted.length})` };
}
