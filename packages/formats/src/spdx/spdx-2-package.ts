// SPDX-License-Identifier: Apache-2.0
import type { BillOriginator } from '@plumbline/core/sbom/bill-of-materials';
import { commitId, commitOfGitoid, commitOfReference } from '../imports/commit-id.ts';
import { bounded } from '../imports/named-tool.ts';
import { objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { isPurl } from '../sbom/is-purl.ts';
import { known } from '../sbom/known.ts';

/** §11.1: DESCRIBES from the document, DESCRIBED_BY to it, and documentDescribes say the same. */
export function spdx2DescribedIds(document: JsonObject): ReadonlySet<string> {
  const id = textOf(document['SPDXID']) ?? 'SPDXRef-DOCUMENT';
  const related = objectsOf(document['relationships']).flatMap((relationship) => {
    const from = textOf(relationship['spdxElementId']);
    const to = textOf(relationship['relatedSpdxElement']);
    const type = relationship['relationshipType'];
    if (type === 'DESCRIBES' && from === id) return to ?? [];
    return type === 'DESCRIBED_BY' && to === id ? (from ?? []) : [];
  });
  return new Set([...textsOf(document['documentDescribes']), ...related]);
}

/** The commits that a package says it is of. */
export function spdx2Commits(subject: JsonObject): readonly (string | null)[] {
  const version = textOf(subject['versionInfo']);
  const gitoids = objectsOf(subject['externalRefs']).filter(({ referenceType }) => referenceType === 'gitoid');
  return [
    ...gitoids.map(({ referenceLocator }) => commitOfGitoid(textOf(referenceLocator))),
    commitOfReference(textOf(subject['downloadLocation'])),
    commitOfReference(spdx2Purl(subject)),
    version?.length === 40 || version?.length === 64 ? commitId(version) : null,
  ];
}

/** The first package URL of a package. */
export function spdx2Purl(entry: JsonObject): string | null {
  const locators = objectsOf(entry['externalRefs']).filter(({ referenceType }) => referenceType === 'purl');
  return locators.map(({ referenceLocator }) => textOf(referenceLocator)).find((locator) => isPurl(locator)) ?? null;
}

/** §7.5: `Organization: name (email)`, `Person: …` or NOASSERTION. */
export function spdx2Supplier(entry: JsonObject): string | null {
  return known(bounded(textOf(entry['supplier'])?.replace(/^(?:Organization|Person):\s*/, '') ?? null));
}

/** §7.6: written as a supplier is. */
export function spdx2Originator(entry: JsonObject): { readonly originator?: BillOriginator } {
  const [, kind, said = ''] = /^(Organization|Person):\s*(.+)$/.exec(textOf(entry['originator']) ?? '') ?? [];
  const name = known(bounded(said));
  return name === null || name === ''
    ? {}
    : { originator: { name, as: kind === 'Person' ? 'author' : 'manufacturer' } };
}
