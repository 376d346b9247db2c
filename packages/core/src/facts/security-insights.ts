// SPDX-License-Identifier: Apache-2.0

/** SECURITY-INSIGHTS.yml, schema 1.x or 2.x, as far as SSDF asks of it. */
export type SecurityInsights = {
  readonly path: string;
  readonly schemaVersion: string;
  readonly lastReviewed: string | null;
  readonly expires: string | null;
  /** People accountable for security or administration, by name or handle. */
  readonly champions: readonly string[];
  readonly administrators: readonly string[];
  readonly coreTeam: readonly string[];
  readonly reportContact: string | null;
  readonly policyUrl: string | null;
  readonly tools: readonly { readonly name: string; readonly type: string }[];
  readonly problems: readonly string[];
  readonly placeholder: boolean;
};
