// SPDX-License-Identifier: Apache-2.0
/** The tools the organisation has decided on (PO.3.1): `tool` is an id of the tool catalog where it is one. */
export type ToolchainEntry = {
  readonly tool: string;
  readonly purpose: string;
  readonly version: string | null;
  readonly mandatory: boolean;
};
export type ToolchainRecord = {
  readonly owner: string | null;
  readonly reviewedOn: string | null;
  readonly tools: readonly ToolchainEntry[];
};
