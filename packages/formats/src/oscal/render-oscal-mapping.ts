// SPDX-License-Identifier: Apache-2.0
import { checkCrosswalk, type FlaggedRow, type ValidRow } from '@plumbline/core/catalog/check-crosswalk';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import type { Crosswalk, CrosswalkKind } from '@plumbline/core/catalog/crosswalk';
import { PlumblineError } from '@plumbline/core/errors';
import { uuidV5 } from '../uuid/uuid-v5.ts';
import {
  oscalNamespace,
  oscalVersion,
  ownProp,
  publicationResource,
  versionOf,
  type ExportOptions,
  type OscalResource,
} from './oscal-document.ts';

const descriptions: Record<CrosswalkKind, string> = {
  published: 'The target framework itself states these pairs.',
  'nist-reference': 'NIST states these pairs in the References column of the SSDF.',
  derived: 'Two published mappings chained. Indicative only.',
};

const resourceOf = ({ slug }: Crosswalk): string => uuidV5(`crosswalk/${slug}`);

function targetResource(crosswalk: Crosswalk): OscalResource {
  const { repository, path, commit } = crosswalk.source;
  const remarks = [`Licence: ${crosswalk.licence}`, crosswalk.attribution, crosswalk.note];
  return {
    uuid: resourceOf(crosswalk),
    title: crosswalk.title,
    citation: { text: `${repository}, ${path} @ ${commit}` },
    remarks: remarks.filter((remark) => remark !== undefined).join('\n\n'),
  };
}

/** A group is no control in OSCAL: a row given for one stands for each of its practices. */
function sourceIds(catalog: Catalog, row: ValidRow): readonly string[] {
  return row.givenAt === 'group' ? (catalog.group(row.ssdf)?.practices ?? []).map(({ id }) => id) : [row.ssdf];
}

function mapOf(catalog: Catalog, crosswalk: Crosswalk, row: ValidRow): object {
  return {
    uuid: uuidV5(`crosswalk/${crosswalk.slug}/${row.ssdf}/${row.ref}/${row.via ?? ''}`),
    // No source says more than that the two have to do with each other, so none of OSCAL's own relationships is claimed.
    ns: oscalNamespace,
    relationship: 'related-to',
    sources: sourceIds(catalog, row).map((id) => ({ type: 'control', 'id-ref': id })),
    targets: [{ type: 'control', 'id-ref': row.ref }],
    props: [ownProp('given-at', row.givenAt), ...(row.via === undefined ? [] : [ownProp('via', row.via)])],
    ...(row.note !== undefined && { remarks: row.note }),
  };
}

const leftOut = (rows: readonly FlaggedRow[]): string =>
  `Left out, because an id does not exist: ${rows.map(({ ssdf, ref, reason }) => `${ssdf} to ${ref} (${reason})`).join('; ')}.`;

function mappingOf(catalog: Catalog, crosswalk: Crosswalk): object {
  const rows = checkCrosswalk(catalog, crosswalk);
  const flagged = rows.filter((row) => !row.valid);
  return {
    uuid: uuidV5(`mapping/${crosswalk.slug}`),
    method: crosswalk.kind === 'derived' ? 'automation' : 'human',
    'matching-rationale': 'semantic',
    status: catalog.framework.status === 'final' ? 'complete' : 'draft',
    'source-resource': { type: 'catalog', href: `#${publicationResource(catalog.framework).uuid}` },
    'target-resource': { type: 'catalog', href: `#${resourceOf(crosswalk)}` },
    maps: rows.filter((row) => row.valid).map((row) => mapOf(catalog, crosswalk, row)),
    props: [ownProp('crosswalk', crosswalk.slug), ownProp('kind', crosswalk.kind)],
    ...(flagged.length > 0 && { remarks: leftOut(flagged) }),
    'mapping-description': descriptions[crosswalk.kind],
  };
}

/**
 * The crosswalks of one framework as an OSCAL 1.2 mapping collection in JSON: one mapping a crosswalk, one map a row.
 * Rows with an id that does not exist are named in the remarks of their mapping and never become a map. The same input
 * gives the same bytes. Throws `input-invalid` when no crosswalk covers the framework: OSCAL allows no empty collection.
 */
export function renderOscalMapping(catalog: Catalog, crosswalks: readonly Crosswalk[], options: ExportOptions): string {
  const { framework } = catalog;
  const covering = crosswalks.filter(({ covers }) => covers === framework.id);
  if (covering.length === 0) throw new PlumblineError('input-invalid', `no crosswalk covers ${framework.id}`);
  const collection = {
    uuid: uuidV5(
      `mapping-collection/${framework.id}/${covering.map(({ slug }) => slug).join('/')}/${options.modifiedAt}`,
    ),
    metadata: {
      title: `Crosswalks of ${framework.publication}, ${framework.name}`,
      'last-modified': options.modifiedAt,
      version: versionOf(framework),
      'oscal-version': oscalVersion,
      props: [ownProp('framework-id', framework.id), ownProp('generated-by', `plumbline ${options.toolVersion}`)],
    },
    provenance: {
      method: 'hybrid',
      'matching-rationale': 'semantic',
      status: framework.status === 'final' ? 'complete' : 'draft',
      'mapping-description': 'Each mapping says who states it; derived mappings are indicative only.',
    },
    mappings: covering.map((crosswalk) => mappingOf(catalog, crosswalk)),
    'back-matter': { resources: [publicationResource(framework), ...covering.map(targetResource)] },
  };
  return `${JSON.stringify({ 'mapping-collection': collection }, null, 2)}\n`;
}
