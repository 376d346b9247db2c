// SPDX-License-Identifier: Apache-2.0
import type { Framework } from '@plumbline/core/catalog/framework';
import { uuidV5 } from '../uuid/uuid-v5.ts';

/** When and by what a document is written; nothing here reads a clock. */
export type ExportOptions = {
  /** RFC 3339 date and time with an offset: `2026-11-22T12:00:00Z`. */
  readonly modifiedAt: string;
  readonly toolVersion: string;
};

/** The version of OSCAL that is written. */
export const oscalVersion = '1.2.1';

/** The namespace of properties and relationships that OSCAL does not define. */
export const oscalNamespace = 'urn:plumbline:oscal';

export type OscalProp = {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
  readonly remarks?: string;
};

export type OscalResource = {
  readonly uuid: string;
  readonly title: string;
  readonly citation?: { readonly text: string };
  readonly rlinks?: readonly { readonly href: string }[];
  readonly remarks?: string;
};

/** A property in the project's own namespace. */
export function ownProp(name: string, value: string, remarks?: string): OscalProp {
  return { name, ns: oscalNamespace, value, ...(remarks !== undefined && { remarks }) };
}

/** A list member where there is something to list: OSCAL allows no empty lists. */
export function listed<const Key extends string, T>(
  key: Key,
  list: readonly T[],
): { readonly [K in Key]?: readonly T[] } {
  // The key is the literal type that was asked for, which an object literal with a computed key forgets.
  return list.length === 0 ? {} : ({ [key]: list } as { readonly [K in Key]?: readonly T[] });
}

/** The publication as a resource that other parts of the document can link to. */
export function publicationResource(framework: Framework): OscalResource {
  return {
    uuid: uuidV5(`publication/${framework.id}`),
    title: framework.publication,
    citation: { text: framework.title },
    rlinks: [{ href: framework.url }],
    remarks: framework.licence,
  };
}

/** `1.1`; a draft says so here too, because a version is what readers see first. */
export function versionOf({ version, published, status }: Framework): string {
  return status === 'final' ? (version ?? published) : `${version ?? published} (initial public draft)`;
}
