// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { commitId, commitOfReference, soleCommit } from '../imports/commit-id.ts';
import { bounded, namedTool } from '../imports/named-tool.ts';
import { createProblems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { at, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { isPurl } from '../sbom/is-purl.ts';
import { known } from '../sbom/known.ts';
import { type ComponentElements, sbomGaps } from '../sbom/sbom-gaps.ts';
import { spdx2Clauses } from './spdx-2-clauses.ts';

/** Identifiers of a package, in the type that SPDX 2.3 annex F gives them. */
const identifiers: ReadonlySet<string> = new Set(['purl', 'cpe22Type', 'cpe23Type', 'swid', 'gitoid', 'swh']);
const contexts =
  /\b(?:design|source|(?:pre-|post-|before |during |after )?build|analy[sz]ed|deployed|runtime) ?(?:sbom|time|type)?\b/i;

/** Creators beyond these are not looked at. */
const creatorsMax = 100;

/** A document of SPDX 2.2 or 2.3. The packages that it describes are its subject, the others its components. */
export function parseSpdx2(document: JsonObject, specVersion: string, trailing: readonly string[]): Unfiled<Sbom> {
  const problems = createProblems();
  for (const problem of trailing) problems.add(problem);
  spdx2Clauses(document, problems);
  const packages = objectsOf(document['packages']);
  const described = describedIds(document);
  const subjects = packages.filter((entry) => described.has(textOf(entry['SPDXID']) ?? ''));
  // A document that describes all its packages lists components and names no subject.
  const listed = subjects.length === 1 ? packages.filter((entry) => entry !== subjects[0]) : packages;
  const creators = textsOf(at(document, 'creationInfo', 'creators')).slice(0, creatorsMax);
  const tools = creators.flatMap((creator) => (creator.startsWith('Tool:') ? [creator.slice(5).trim()] : []));
  const finishedAt = statedInstant(at(document, 'creationInfo', 'created'), 'SPDX 2 §6.9 created', problems);
  const related = relatedIds(document);
  const { commit, several } = soleCommit(subjects.flatMap((subject) => commitsOf(subject)));
  if (several) problems.add('SPDX 2 §7.7: the described packages are of several commits');
  return {
    format: 'spdx',
    specVersion,
    ...namedTool(tools.find((tool) => namedTool(tool).toolVersion !== null) ?? tools[0] ?? null),
    commit,
    completed: true,
    finishedAt,
    subject: subjectOf(subjects.length === 1 ? subjects[0] : undefined),
    components: listed.map((entry) => componentOf(entry)),
    gaps: sbomGaps(
      {
        author: creators.some((creator) => /^(?:Person|Organization):\s*\S/.test(creator)),
        timestamp: finishedAt !== null,
        tool: tools.length > 0,
        context: contexts.test(textOf(at(document, 'creationInfo', 'comment'))?.slice(0, 1000) ?? ''),
      },
      listed.map((entry) => elementsOf(entry, related)),
    ),
    problems: problems.list(),
  };
}

/** §11.1: DESCRIBES from the document, DESCRIBED_BY to it, and documentDescribes say the same. */
function describedIds(document: JsonObject): ReadonlySet<string> {
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

/** Packages that take part in a relationship other than being described. */
function relatedIds(document: JsonObject): ReadonlySet<string> {
  return new Set(
    objectsOf(document['relationships']).flatMap(({ relationshipType, spdxElementId, relatedSpdxElement }) =>
      relationshipType === 'DESCRIBES' || relationshipType === 'DESCRIBED_BY'
        ? []
        : [textOf(spdxElementId), textOf(relatedSpdxElement)].filter((id) => id !== null),
    ),
  );
}

function commitsOf(subject: JsonObject): readonly (string | null)[] {
  const version = textOf(subject['versionInfo']);
  return [
    commitOfReference(textOf(subject['downloadLocation'])),
    commitOfReference(purlOf(subject)),
    version?.length === 40 || version?.length === 64 ? commitId(version) : null,
  ];
}

function subjectOf(subject: JsonObject | undefined): Sbom['subject'] {
  if (subject === undefined) return null;
  return { name: textOf(subject['name']) ?? '', version: known(textOf(subject['versionInfo'])), purl: purlOf(subject) };
}

function componentOf(entry: JsonObject): Sbom['components'][number] {
  return {
    purl: purlOf(entry),
    name: textOf(entry['name']) ?? '',
    version: known(textOf(entry['versionInfo'])),
    hashed: isHashed(entry),
    supplier: supplierOf(entry),
  };
}

function elementsOf(entry: JsonObject, related: ReadonlySet<string>): ComponentElements {
  return {
    supplier: supplierOf(entry) !== null,
    name: known(textOf(entry['name'])) !== null,
    version: known(textOf(entry['versionInfo'])) !== null,
    identifier: objectsOf(entry['externalRefs']).some(
      ({ referenceType, referenceLocator }) =>
        identifiers.has(textOf(referenceType) ?? '') && textOf(referenceLocator) !== null,
    ),
    related: related.has(textOf(entry['SPDXID']) ?? ''),
    hashed: isHashed(entry),
    licensed: known(textOf(entry['licenseConcluded'])) !== null || known(textOf(entry['licenseDeclared'])) !== null,
  };
}

function purlOf(entry: JsonObject): string | null {
  const locators = objectsOf(entry['externalRefs']).filter(({ referenceType }) => referenceType === 'purl');
  return locators.map(({ referenceLocator }) => textOf(referenceLocator)).find((locator) => isPurl(locator)) ?? null;
}

/** §7.5: `Organization: name (email)`, `Person: …` or NOASSERTION. */
function supplierOf(entry: JsonObject): string | null {
  return known(bounded(textOf(entry['supplier'])?.replace(/^(?:Organization|Person):\s*/, '') ?? null));
}

function isHashed(entry: JsonObject): boolean {
  return (
    objectsOf(entry['checksums']).some(({ checksumValue }) => /^[0-9a-f]{8,}$/i.test(textOf(checksumValue) ?? '')) ||
    textOf(at(entry, 'packageVerificationCode', 'packageVerificationCodeValue')) !== null
  );
}
