// SPDX-License-Identifier: Apache-2.0
import { vexOfStatement } from '@plumbline/formats/in-toto/vex-of-statement';
import type { ContentsReading } from '../judge-bill.ts';
import type { Attempt, RequirementResult } from '../verification.ts';
import type { VerifyOptions } from '../verify-artifact.ts';
import { namesOf } from './names-of.ts';
import { reportVex } from './report-vex.ts';
import type { VexReport, VexSource } from './vex-report.ts';

/** What is said of the artifact's vulnerabilities, beside it and in what is verified of it; null: nothing is. */
export async function vexOf(
  requirements: readonly RequirementResult[],
  { artifact, vex = [], bills: beside = [], advisories }: VerifyOptions,
  contents: () => Promise<ContentsReading>,
): Promise<VexReport | null> {
  const verified = requirements.flatMap(({ attempts }) => attempts.filter(({ outcome }) => outcome === 'verified'));
  const sources = [...vex, ...unique(verified.flatMap((attempt) => attestedBy(attempt)))];
  if (sources.length === 0) return null;
  const reading = await contents();
  const bills = [...beside.map(({ bill }) => bill), ...verified.flatMap(({ bill }) => bill?.bill ?? [])];
  const listed = [
    ...bills.flatMap(({ components }) => components),
    ...(reading.state === 'read' ? reading.contents.packages : []),
  ];
  const components = [...new Set(listed.flatMap(({ purl }) => purl ?? []))];
  const names = namesOf({ artifact, contents: reading, statement: verified[0]?.statement ?? null, bills });
  return reportVex({
    sources,
    names,
    components,
    advisories: (await advisories?.([...new Set([...names.purls, ...components])])) ?? null,
    since:
      [
        ...verified.flatMap(({ signedAt }) => signedAt?.instant ?? []),
        ...bills.flatMap(({ createdAt }) => createdAt ?? []),
      ].toSorted()[0] ?? '',
  });
}

function attestedBy({ file, place, trusted, statement }: Attempt): readonly VexSource[] {
  const reading = statement === null ? null : vexOfStatement(statement);
  if (reading === null || reading.state === 'failed') return [];
  const name = place === 1 ? file : `${file} (${place})`;
  return reading.documents.map((document) => ({ file: name, trusted, document }));
}

/** One attestation may fulfil several requirements. */
const unique = (sources: readonly VexSource[]): readonly VexSource[] => [
  ...new Map(sources.map((source) => [`${source.file} ${source.trusted ?? ''}`, source])).values(),
];
