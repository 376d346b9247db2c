// SPDX-License-Identifier: Apache-2.0
import { renderStatement, type StatementSubject } from '../in-toto/render-statement.ts';
import { provenanceV1 } from './provenance.ts';

/** SLSA's ResourceDescriptor, as far as it is used here. `digest` by algorithm, in hexadecimal. */
export type RenderedResource = {
  readonly name: string;
  readonly uri?: string;
  readonly digest?: { readonly [algorithm: string]: string };
  readonly content?: string;
  readonly mediaType?: string;
  readonly annotations?: object;
};

/** What SLSA provenance v1 says of a build. Times are ISO instants. */
export type RenderedProvenance = {
  readonly buildType: string;
  readonly externalParameters: object;
  readonly internalParameters: object;
  readonly resolvedDependencies: readonly RenderedResource[];
  readonly builder: { readonly id: string; readonly version: { readonly [program: string]: string } };
  readonly metadata: { readonly invocationId: string; readonly startedOn: string; readonly finishedOn: string };
  readonly byproducts: readonly RenderedResource[];
  /** Members of the predicate that SLSA does not know, named `<vendor>_<field>` as it asks. */
  readonly extensions: { readonly [name: `${string}_${string}`]: object };
};

/** An in-toto Statement with a SLSA provenance v1 predicate (slsa.dev/spec/v1.1/provenance) as bytes, ready to be signed. */
export function renderProvenance(subjects: readonly StatementSubject[], provenance: RenderedProvenance): Uint8Array {
  const { buildType, externalParameters, internalParameters, resolvedDependencies } = provenance;
  const { builder, metadata, byproducts, extensions } = provenance;
  return renderStatement(subjects, provenanceV1, {
    buildDefinition: { buildType, externalParameters, internalParameters, resolvedDependencies },
    runDetails: { builder, metadata, byproducts },
    ...extensions,
  });
}
