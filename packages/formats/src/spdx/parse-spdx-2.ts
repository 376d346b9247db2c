// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { soleCommit } from '../imports/commit-id.ts';
import { namedTool } from '../imports/named-tool.ts';
import { createProblems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { at, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { known } from '../sbom/known.ts';
import { type ComponentElements, sbomGaps } from '../sbom/sbom-gaps.ts';
import { spdx2Clauses } from './spdx-2-clauses.ts';
import { spdx2Commits, spdx2DescribedIds, spdx2Purl, spdx2Supplier } from './spdx-2-package.ts';

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
  const described = spdx2DescribedIds(document);
  const subjects = packages.filter((entry) => described.has(textOf(entry['SPDXID']) ?? ''));
  // A document that describes all its packages lists components and names no subject.
  const listed = subjects.length === 1 ? packages.filter((entry) => entry !== subjects[0]) : packages;
  const creators = textsOf(at(document, 'creationInfo', 'creators')).slice(0, creatorsMax);
  const tools = creators.flatMap((creator) => (creator.startsWith('Tool:') ? [creator.slice(5).trim()] : []));
  const finishedAt = statedInstant(at(document, 'creationInfo', 'created'), 'SPDX 2 §6.9 created', problems);
  const related = relatedIds(document);
  const { commit, several } = soleCommit(subjects.flatMap((subject) => spdx2Commits(subject)));
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

function subjectOf(subject: JsonObject | undefined): Sbom['subject'] {
  if (subject === undefined) return null;
  return {
    name: textOf(subject['name']) ?? '',
    version: known(textOf(subject['versionInfo'])),
    purl: spdx2Purl(subject),
  };
}

function componentOf(entry: JsonObject): Sbom['components'][number] {
  return {
    purl: spdx2Purl(entry),
    name: textOf(entry['name']) ?? '',
    version: known(textOf(entry['versionInfo'])),
    hashed: isHashed(entry),
    supplier: spdx2Supplier(entry),
  };
}

function elementsOf(entry: JsonObject, related: ReadonlySet<string>): ComponentElements {
  return {
    supplier: spdx2Supplier(entry) !== null,
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

function isHashed(entry: JsonObject): boolean {
  return (
    objectsOf(entry['checksums']).some(({ checksumValue }) => /^[0-9a-f]{8,}$/i.test(textOf(checksumValue) ?? '')) ||
    textOf(at(entry, 'packageVerificationCode', 'packageVerificationCodeValue')) !== null
  );
}
