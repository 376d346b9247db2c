// SPDX-License-Identifier: Apache-2.0
import type {
  BillComponent,
  BillHash,
  BillOfMaterials,
  BillSubject,
  GenerationContext,
} from '@plumbline/core/sbom/bill-of-materials';
import { soleCommit } from '../imports/commit-id.ts';
import { namedTool } from '../imports/named-tool.ts';
import { createProblems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import { at, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { known } from '../sbom/known.ts';
import { refsOf, resolveComponents } from '../sbom/resolve-components.ts';
import { repositoryOfAddress } from '../sbom/vcs-address.ts';
import { spdx2Edges } from './spdx-2-edges.ts';
import { spdx2Commits, spdx2DescribedIds, spdx2Originator, spdx2Purl, spdx2Supplier } from './spdx-2-package.ts';
import { completeDependencies, foundInPrefix } from './bill-words.ts';
import { spdxHash } from './spdx-hash.ts';

const types: ReadonlyMap<string, BillComponent['type']> = new Map([
  ['APPLICATION', 'application'],
  ['OPERATING_SYSTEM', 'operating-system'],
]);

/** A document of SPDX 2.2 or 2.3 as a bill of materials; its subject is the one package that it describes. */
export function spdx2Bill(document: JsonObject): BillOfMaterials {
  const packages = objectsOf(document['packages']);
  const described = spdx2DescribedIds(document);
  const subjects = packages.filter((entry) => described.has(idOf(entry)));
  const subject = subjects.length === 1 ? subjects[0] : undefined;
  const edges = spdx2Edges(document);
  const words = wordsOf(document);
  const listed = packages.filter((entry) => entry !== subject);
  const { components, refOf } = resolveComponents(
    listed.map((entry) => ({
      id: idOf(entry),
      ...statedOf(entry, words),
      type: types.get(textOf(entry['primaryPackagePurpose']) ?? '') ?? 'library',
      scope: edges.scopes.get(idOf(entry)) ?? null,
      dependsOn: edges.of.get(idOf(entry)) ?? null,
      foundIn: foundInOf(entry),
    })),
  );
  const creators = textsOf(at(document, 'creationInfo', 'creators'));
  const tool =
    creators
      .find((creator) => creator.startsWith('Tool:'))
      ?.slice(5)
      .trim() ?? null;
  const { tool: name, toolVersion } = namedTool(tool);
  return {
    subject: {
      ...(subject === undefined ? nobody : { ...statedOf(subject, words), repository: repositoryOf(subject) }),
      commit: soleCommit(subjects.flatMap((entry) => spdx2Commits(entry))).commit,
      dependsOn: refsOf(edges.of.get(subject === undefined ? '' : idOf(subject)) ?? [], refOf),
      complete: objectsOf(document['relationships']).some(({ comment }) => comment === completeDependencies),
    },
    context: contextOf(document),
    createdAt: statedInstant(at(document, 'creationInfo', 'created'), 'SPDX 2 §6.9 created', createProblems()),
    tool: name === null ? null : { name, version: toolVersion },
    author: known(
      creators.flatMap((creator) => /^(?:Organization|Person):\s*(.+)$/.exec(creator)?.[1] ?? [])[0] ?? null,
    ),
    components,
    remarks: (textOf(document['comment']) ?? '').split('\n', 1000).filter((line) => line !== ''),
  };
}

const nobody: Omit<BillSubject, 'commit' | 'dependsOn' | 'complete'> = {
  name: '',
  version: null,
  purl: null,
  supplier: null,
  license: null,
  hashes: [],
  repository: null,
};

const idOf = (entry: JsonObject): string => textOf(entry['SPDXID']) ?? '';

function statedOf(
  entry: JsonObject,
  words: ReadonlyMap<string, string>,
): Pick<BillSubject, 'name' | 'version' | 'purl' | 'supplier' | 'originator' | 'license' | 'hashes'> {
  const license = known(textOf(entry['licenseDeclared'])) ?? known(textOf(entry['licenseConcluded']));
  return {
    name: textOf(entry['name']) ?? '',
    version: known(textOf(entry['versionInfo'])),
    purl: spdx2Purl(entry),
    supplier: spdx2Supplier(entry),
    ...spdx2Originator(entry),
    license: license === null ? null : (words.get(license) ?? license),
    hashes: hashesOf(entry),
  };
}

function hashesOf(entry: JsonObject): readonly BillHash[] {
  return objectsOf(entry['checksums']).flatMap(({ algorithm, checksumValue }) =>
    spdxHash(textOf(algorithm), textOf(checksumValue), null),
  );
}

/** §10: what stands behind a reference to a licence that is on no list. */
function wordsOf(document: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    objectsOf(document['hasExtractedLicensingInfos']).flatMap(({ licenseId, name, extractedText }) => {
      const id = textOf(licenseId);
      const words = known(textOf(name)) ?? known(textOf(extractedText));
      return id === null || words === null ? [] : [[id, words]];
    }),
  );
}

function repositoryOf(subject: JsonObject): string | null {
  return repositoryOfAddress(known(textOf(subject['downloadLocation'])));
}

function foundInOf(entry: JsonObject): readonly string[] {
  const said = textOf(entry['sourceInfo']) ?? '';
  return said.startsWith(foundInPrefix) ? said.slice(foundInPrefix.length).split('; ') : [];
}

function contextOf(document: JsonObject): GenerationContext | null {
  const said = textOf(at(document, 'creationInfo', 'comment'))?.slice(0, 1000) ?? '';
  const type = /\bSBOM Type: (\w+)/i.exec(said)?.[1]?.toLowerCase();
  return type === 'source' || type === 'build' || type === 'analyzed' ? type : null;
}
