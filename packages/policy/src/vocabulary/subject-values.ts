// SPDX-License-Identifier: Apache-2.0
// What a field means is said once, in subject-shapes.ts. A field that may be undefined is one that may be unknown.

type Unsure<T> = T | undefined;

export type FindingFields = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly tools: readonly string[];
  readonly severity: string;
  readonly cvss?: Unsure<number>;
  readonly weaknesses: readonly string[];
  readonly vulnerabilities: readonly string[];
  readonly path: string;
  readonly line: number;
  readonly url: string;
  readonly package: string;
  readonly purl: string;
  readonly fixAvailable: boolean;
  readonly fixedVersions: readonly string[];
  readonly state: string;
  readonly isNew?: Unsure<boolean>;
  readonly inChange?: Unsure<boolean>;
  readonly ageDays: number;
  readonly knownExploited?: Unsure<boolean>;
  readonly epss?: Unsure<number>;
  readonly ssvcExploitation?: Unsure<string>;
  readonly ssvcAutomatable?: Unsure<string>;
  readonly vex: string;
  readonly suppressedByTool?: Unsure<boolean>;
};

export type ComponentFields = {
  readonly purl: string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly from: string;
  readonly hashed: boolean;
  readonly isNew?: Unsure<boolean>;
  readonly vulnerabilities?: Unsure<readonly string[]>;
  readonly malicious?: Unsure<boolean>;
  readonly knownExploited?: Unsure<boolean>;
  readonly licences?: Unsure<readonly string[]>;
};

export type VerdictFields = {
  readonly task: string;
  readonly group: string;
  readonly verdict: string;
  readonly holds?: Unsure<boolean>;
  readonly strength: string;
};

export type AnswerFields = {
  readonly check: string;
  readonly tasks: readonly string[];
  readonly outcome: string;
  readonly holds?: Unsure<boolean>;
  readonly strength: string;
};

export type ChangeFields = {
  readonly paths?: Unsure<readonly string[]>;
  readonly authors?: Unsure<readonly string[]>;
  readonly commits?: Unsure<number>;
  readonly touchesPolicy?: Unsure<boolean>;
  readonly touchesPipelines?: Unsure<boolean>;
  readonly touchesLockfiles?: Unsure<boolean>;
};

export type SubjectValue = {
  readonly finding: FindingFields;
  readonly component: ComponentFields;
  readonly verdict: VerdictFields;
  readonly answer: AnswerFields;
  readonly change: ChangeFields;
};

export type SubjectName = keyof SubjectValue;
