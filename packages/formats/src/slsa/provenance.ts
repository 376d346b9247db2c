// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../json/json-value.ts';

/** SLSA provenance v0.2 or v1 in one shape: what is expected of a build is asked of it. Null: it does not say. */
export type Provenance = {
  readonly version: 'v0.2' | 'v1';
  readonly builder: string | null;
  readonly buildType: string | null;
  readonly source: ProvenanceSource;
  /** v1: externalParameters; v0.2: invocation.parameters. By dotted name, values as they stand. */
  readonly parameters: JsonValue;
  readonly materials: readonly ProvenanceMaterial[];
};

/** `uri` without `git+` in front and the ref behind. */
export type ProvenanceSource = {
  readonly uri: string | null;
  readonly ref: string | null;
  readonly commit: string | null;
};

export type ProvenanceMaterial = {
  readonly uri: string;
  /** By algorithm, in hexadecimal. */
  readonly digest: { readonly [algorithm: string]: string };
};

export const provenanceV02 = 'https://slsa.dev/provenance/v0.2';
export const provenanceV1 = 'https://slsa.dev/provenance/v1';
