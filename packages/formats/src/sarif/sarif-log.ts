// SPDX-License-Identifier: Apache-2.0

/** As much of SARIF 2.1.0 (OASIS, errata 01) as is written. Members keep the names of the standard. */
export type SarifLog = { readonly $schema: string; readonly version: '2.1.0'; readonly runs: readonly SarifRun[] };

export const sarifSchemaUri =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export type SarifProperties = { readonly [name: string]: unknown };
export type SarifMessage = { readonly text: string };
export type SarifContent = { readonly text: string; readonly markdown?: string };

/** `level` other than `none` only with kind `fail` (§3.27.10). */
export type SarifKind = 'fail' | 'open' | 'pass' | 'notApplicable';
export type SarifLevel = 'error' | 'warning' | 'note' | 'none';

export type SarifReference = {
  readonly id: string;
  readonly index?: number;
  readonly toolComponent: { readonly name: string; readonly index: number; readonly guid: string };
};

export type SarifRule = {
  readonly id: string;
  readonly name?: string;
  readonly shortDescription: SarifMessage;
  readonly fullDescription?: SarifMessage;
  readonly help?: SarifContent;
  readonly defaultConfiguration?: { readonly level: SarifLevel };
  readonly relationships?: readonly { readonly target: SarifReference; readonly kinds: readonly string[] }[];
  readonly properties?: SarifProperties;
};

export type SarifComponent = {
  readonly name: string;
  readonly guid?: string;
  readonly fullName?: string;
  readonly version?: string;
  readonly semanticVersion?: string;
  readonly organization?: string;
  readonly shortDescription?: SarifMessage;
  readonly isComprehensive?: boolean;
  readonly rules?: readonly SarifRule[];
  readonly taxa?: readonly SarifRule[];
  readonly supportedTaxonomies?: readonly SarifReference['toolComponent'][];
};

export type SarifLocation = {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region?: { readonly startLine: number };
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  readonly message?: SarifMessage;
};

export type SarifSuppression = {
  readonly kind: 'external' | 'inSource';
  readonly status: 'accepted' | 'underReview' | 'rejected';
  readonly justification: string;
};

export type SarifResult = {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: SarifKind;
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations: readonly SarifLocation[];
  readonly partialFingerprints: { readonly [name: string]: string };
  readonly taxa: readonly SarifReference[];
  readonly suppressions?: readonly SarifSuppression[];
  readonly properties?: SarifProperties;
};

export type SarifRun = {
  readonly tool: { readonly driver: SarifComponent };
  readonly taxonomies: readonly SarifComponent[];
  readonly automationDetails: { readonly id: string };
  readonly originalUriBaseIds: { readonly [id: string]: { readonly description: SarifMessage } };
  readonly versionControlProvenance?: readonly {
    readonly repositoryUri: string;
    readonly revisionId?: string;
    readonly mappedTo: { readonly uriBaseId: string };
  }[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly level: SarifLevel; readonly message: SarifMessage }[];
  }[];
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly SarifResult[];
  readonly properties?: SarifProperties;
};
