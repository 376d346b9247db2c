// SPDX-License-Identifier: Apache-2.0
/** What is looked at, in the order in which a report lists it. */
export const verificationSteps = [
  'form',
  'signature',
  'certificate',
  'log',
  'timestamp',
  'identity',
  'key-period',
  'tag-name',
  'statement',
  'artifact',
  'predicate-type',
  'builder',
  'build-type',
  'source-uri',
  'source-ref',
  'source-commit',
  'parameters',
  'materials',
  'result',
  'verifier',
  'resource-uri',
  'policy',
  'levels',
  'sbom-subject',
  'sbom-content',
  'vex-product',
  'vex-age',
  'vex-status',
] as const;

export type VerificationStepId = (typeof verificationSteps)[number];

/** One step and how it went. `because` says what was seen and, where it failed, what that means. */
export type VerificationStep = {
  readonly step: VerificationStepId;
  readonly outcome: 'passed' | 'failed' | 'not-checked';
  readonly because: string;
};
