// SPDX-License-Identifier: Apache-2.0

/** The version of Gemara whose schema the log follows. */
export const gemaraVersion = '1.4.1';

/** Gemara `#Result`. */
export type GemaraResult = 'Not Run' | 'Passed' | 'Failed' | 'Needs Review' | 'Not Applicable' | 'Unknown';

export type GemaraEntry = { readonly 'reference-id': string; readonly 'entry-id': string };

export type GemaraEntity = {
  readonly id: string;
  readonly name: string;
  readonly type: 'Human' | 'Software' | 'Software Assisted';
  readonly version?: string;
  readonly description?: string;
  readonly uri?: string;
};

export type GemaraEvidence = {
  readonly id: string;
  readonly type: string;
  readonly 'collected-at': string;
  readonly payload: { readonly [name: string]: string };
  readonly description: string;
};

export type GemaraAssessmentLog = {
  readonly requirement: GemaraEntry;
  readonly description: string;
  readonly result: GemaraResult;
  readonly message: string;
  readonly applicability: readonly string[];
  readonly steps: readonly string[];
  readonly 'steps-executed'?: number;
  readonly start: string;
  readonly recommendation?: string;
  readonly evidence?: readonly GemaraEvidence[];
};

export type GemaraControlEvaluation = {
  readonly name: string;
  readonly result: GemaraResult;
  readonly message: string;
  readonly control: GemaraEntry;
  readonly 'assessment-logs': readonly GemaraAssessmentLog[];
};

/** As much of the Gemara `#EvaluationLog` as is written. */
export type GemaraEvaluationLog = {
  readonly metadata: {
    readonly id: string;
    readonly type: 'EvaluationLog';
    readonly 'gemara-version': string;
    readonly date: string;
    readonly description: string;
    readonly author: GemaraEntity;
    readonly 'mapping-references': readonly { readonly id: string; readonly title: string; readonly version: string }[];
    readonly 'applicability-groups': readonly {
      readonly id: string;
      readonly title: string;
      readonly description: string;
    }[];
  };
  readonly result: GemaraResult;
  readonly target: GemaraEntity;
  readonly evaluations: readonly GemaraControlEvaluation[];
};
