// SPDX-License-Identifier: Apache-2.0
import { createProblems } from '../../imports/problems.ts';
import { faultAt, type TextFault } from '../../imports/text-fault.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { readTags, type Tag } from './read-tags.ts';

export type TagValue =
  | { readonly state: 'read'; readonly document: JsonObject; readonly problems: readonly string[] }
  | { readonly state: 'failed'; readonly fault: TextFault };

/** As for JSON. */
const tagsMax = 2_000_000;

/** An SPDX 2 tag-value document as the JSON of the same model (SPDX 2.3 clauses 6 to 12 give both names of every field). */
export function readTagValue(bytes: Uint8Array): TagValue {
  const builder = new TagValueBuilder();
  const fault = readTags(bytes, builder);
  if (fault !== null) return { state: 'failed', fault };
  if (builder.tags > tagsMax) {
    const because = `more than ${tagsMax} tags`;
    return { state: 'failed', fault: faultAt(bytes, bytes.length, { code: 'too-large', because }) };
  }
  return { state: 'read', document: builder.document(), problems: builder.problems.list() };
}

type Members = Map<string, JsonValue>;
type Package = { readonly members: Members; readonly checksums: JsonObject[]; readonly externalRefs: JsonObject[] };

/** Members that are named otherwise than their tags, by the section that they stand in. */
const documentMembers: { readonly [tag: string]: string } = {
  SPDXVersion: 'spdxVersion',
  DataLicense: 'dataLicense',
  SPDXID: 'SPDXID',
  DocumentName: 'name',
  DocumentNamespace: 'documentNamespace',
};
const creationMembers: { readonly [tag: string]: string } = { Created: 'created', CreatorComment: 'comment' };
const packageMembers: { readonly [tag: string]: string } = {
  SPDXID: 'SPDXID',
  PackageVersion: 'versionInfo',
  PackageSupplier: 'supplier',
  PackageOriginator: 'originator',
  PackageDownloadLocation: 'downloadLocation',
  PackageLicenseConcluded: 'licenseConcluded',
  PackageLicenseDeclared: 'licenseDeclared',
};
/** What begins with these belongs to no package, to the next of its kind or the next package. */
const otherSections: ReadonlySet<string> = new Set(['FileName', 'SnippetSPDXID', 'LicenseID']);

class TagValueBuilder {
  tags = 0;
  readonly problems = createProblems();
  readonly #document: Members = new Map();
  readonly #creation: Members = new Map();
  readonly #creators: string[] = [];
  readonly #packages: Package[] = [];
  readonly #relationships: JsonObject[] = [];
  /** The package that is read; null in the document's own part and in sections that are not kept. */
  #package: Package | null = null;
  #inDocument = true;

  readonly stray = (line: number): void => {
    this.problems.add(`SPDX 2 tag-value: line ${line} is neither a tag nor a comment`);
  };

  readonly tag = ({ name, value, line }: Tag): void => {
    this.tags += 1;
    if (this.tags > tagsMax) return;
    if (name === 'PackageName') this.#begin(value);
    else if (otherSections.has(name)) this.#leave();
    else if (name === 'Relationship') this.#relate(value, line);
    else if (this.#package !== null) this.#describe(this.#package, { name, value, line });
    else if (this.#inDocument) this.#state(name, value);
  };

  document(): JsonObject {
    return {
      ...Object.fromEntries(this.#document),
      creationInfo: { ...Object.fromEntries(this.#creation), creators: this.#creators },
      packages: this.#packages.map(({ members, checksums, externalRefs }) => ({
        ...Object.fromEntries(members),
        checksums,
        externalRefs,
      })),
      relationships: this.#relationships,
    };
  }

  #begin(name: string): void {
    this.#package = { members: new Map([['name', name]]), checksums: [], externalRefs: [] };
    this.#packages.push(this.#package);
    this.#inDocument = false;
  }

  #leave(): void {
    this.#package = null;
    this.#inDocument = false;
  }

  #state(name: string, value: string): void {
    if (name === 'Creator') this.#creators.push(value);
    put(this.#document, documentMembers, name, value);
    put(this.#creation, creationMembers, name, value);
  }

  /** §11.1: `SPDXRef-A CONTAINS SPDXRef-B`. */
  #relate(value: string, line: number): void {
    const [from, type, to] = value.split(/\s+/u);
    if (to === undefined) this.problems.add(`SPDX 2 §11.1: the relationship of line ${line} lacks an end or its type`);
    else this.#relationships.push({ spdxElementId: from ?? '', relationshipType: type ?? '', relatedSpdxElement: to });
  }

  #describe({ members, checksums, externalRefs }: Package, { name, value, line }: Tag): void {
    put(members, packageMembers, name, value);
    if (name === 'PackageChecksum') {
      // §7.10: `SHA256: 11b6d3ee…`
      const [algorithm = '', checksumValue = ''] = value.split(/:\s*/u, 2);
      checksums.push({ algorithm, checksumValue });
    } else if (name === 'PackageVerificationCode') {
      // §7.9: the code, then what it leaves out in parentheses.
      const [packageVerificationCodeValue = ''] = value.split(/\s/u, 1);
      members.set('packageVerificationCode', { packageVerificationCodeValue });
    } else if (name === 'ExternalRef') {
      // §7.21: `PACKAGE-MANAGER purl pkg:npm/left-pad@1.3.0`
      const [, referenceType, referenceLocator] = value.split(/\s+/u, 3);
      if (referenceLocator === undefined)
        this.problems.add(`SPDX 2 §7.21: the external reference of line ${line} lacks its type or locator`);
      else externalRefs.push({ referenceType: referenceType ?? '', referenceLocator });
    }
  }
}

/** Of a field that may stand once, the first one counts. */
function put(members: Members, names: { readonly [tag: string]: string }, tag: string, value: string): void {
  const member = Object.hasOwn(names, tag) ? names[tag] : undefined;
  if (member !== undefined && !members.has(member)) members.set(member, value);
}
