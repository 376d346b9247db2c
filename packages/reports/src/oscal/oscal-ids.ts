// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { digestOf } from '@plumbline/core/digest';
import type { OscalOrigin } from '@plumbline/formats/oscal/assessment-results';
import { uuidV5 } from '@plumbline/formats/uuid/uuid-v5';

/**
 * The identifiers of one document. Those of findings, observations and components stay the same from one assessment of a
 * subject to the next; those of the document and the result change with their content.
 */
export type OscalIds = {
  readonly document: string;
  readonly result: string;
  readonly plan: string;
  readonly catalog: string;
  readonly subject: string;
  readonly tool: string;
  readonly platform: string;
  readonly finding: (task: string) => string;
  readonly undecided: (task: string) => string;
  /** `variant` tells apart the answers that tasks of different strength get from one check. */
  readonly observation: (check: string, variant: number) => string;
  readonly evidence: (digest: string) => string;
  readonly origins: readonly OscalOrigin[];
};

export function oscalIds(assessment: Assessment): OscalIds {
  const { catalog, subject, procedures, profile, tool } = assessment;
  const content = contentDigest(assessment);
  const own = (name: string): string => uuidV5(`${catalog.id}/${subject.uri}/${name}`);
  const toolId = uuidV5(`tool/${tool.name}/${tool.version}`);
  return {
    document: uuidV5(`assessment-results/${content}`),
    result: uuidV5(`result/${content}`),
    plan: uuidV5(`procedures/${procedures.version}/${catalog.id}/${profile.id}`),
    catalog: uuidV5(`publication/${catalog.id}`),
    subject: own('subject'),
    tool: toolId,
    platform: uuidV5(`platform/${tool.name}/${tool.version}`),
    finding: (task) => own(`finding/${task}`),
    undecided: (task) => own(`undecided/${task}`),
    observation: (check, variant) => own(`observation/${check}/${variant}`),
    evidence: (digest) => uuidV5(`evidence/${digest}`),
    origins: [{ actors: [{ type: 'tool', 'actor-uuid': toolId }] }],
  };
}

/** Over everything that the document says; evidence by its digests, which cover the facts. */
function contentDigest({ evidence, ...rest }: Assessment): string {
  return digestOf(JSON.stringify({ ...rest, evidence: evidence.map(({ digest }) => digest) }));
}
