// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import type { OscalEvidenceResource } from '@plumbline/formats/oscal/assessment-results';
import { ownProp } from '@plumbline/formats/oscal/oscal-document';
import type { OscalIds } from './oscal-ids.ts';
import { oscalMarkup, oscalString } from './oscal-text.ts';

/** The plan, the catalog and every item of evidence: what the rest of the document points at. */
export function resourcesOf(assessment: Assessment, ids: OscalIds): readonly OscalEvidenceResource[] {
  const { catalog, procedures, profile, tool, evidence } = assessment;
  return [
    {
      uuid: ids.plan,
      title: `${tool.name} procedures ${procedures.version}, profile ${oscalMarkup(profile.title)}`,
      description:
        'The checks that were asked of the evidence, and which answers each task requires at which strength.',
      props: [ownProp('procedures-version', procedures.version), ownProp('profile', oscalString(profile.id))],
    },
    {
      uuid: ids.catalog,
      title: oscalMarkup(catalog.title),
      props: [
        ownProp('catalog-id', catalog.id),
        ownProp('catalog-version', catalog.version),
        ownProp('publication-status', catalog.status),
      ],
    },
    ...evidence.map((item) => evidenceResource(item, ids)),
  ];
}

/** The digest is over the canonical form of what was seen, not over a file: so it is no hash of a link. */
function evidenceResource(item: Evidence, ids: OscalIds): OscalEvidenceResource {
  const { digest, kind, state, collector, location, collectedAt, effectiveAt, expiresAt, strength } = item;
  return {
    uuid: ids.evidence(digest),
    title: oscalMarkup(location),
    description: descriptionOf(item),
    props: [
      ownProp('digest', digest),
      ownProp('kind', kind),
      ownProp('state', state),
      ownProp('strength', strength),
      ownProp('collector', oscalString(`${collector.id} ${collector.version}`)),
      ownProp('effective', effectiveAt),
      ownProp('collected', collectedAt),
      ...(expiresAt === undefined ? [] : [ownProp('expires', expiresAt)]),
    ],
  };
}

function descriptionOf(item: Evidence): string {
  if (item.state === 'found') return 'Found.';
  if (item.state === 'absent') return `Absent; looked in ${oscalMarkup(item.lookedIn)}.`;
  return `Unavailable: ${oscalMarkup(item.because)}. ${oscalMarkup(item.resolve)}`;
}
