// SPDX-License-Identifier: Apache-2.0

export type OspsRequirement = {
  readonly id: string;
  readonly text: string;
  /** `maturity-1`, `maturity-2`, `maturity-3`. */
  readonly applicability: readonly string[];
  readonly recommendation?: string;
  readonly state?: string;
};

/** A control; `ssdf` are the SSDF ids exactly as the Baseline prints them. */
export type OspsControl = {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  readonly requirements: readonly OspsRequirement[];
  readonly ssdf: readonly string[];
};

/** The OpenSSF Open Source Project Security Baseline at one commit. */
export type OspsBaseline = { readonly id: string; readonly commit: string; readonly controls: readonly OspsControl[] };
