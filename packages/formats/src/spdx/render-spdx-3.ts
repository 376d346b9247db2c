// SPDX-License-Identifier: Apache-2.0
import type {
  BillComponent,
  BillHash,
  BillOfMaterials,
  BillOriginator,
  BillSubject,
} from '@plumbline/core/sbom/bill-of-materials';
import { billId } from '../sbom/bill-id.ts';
import { vcsAddress } from '../sbom/vcs-address.ts';
import { readLicense } from './read-license.ts';
import { foundInPrefix } from './bill-words.ts';
import { noAssertionElement, noneElement } from './spdx-3-individuals.ts';

const purposes: { readonly [T in BillComponent['type']]: string } = {
  library: 'library',
  application: 'application',
  'operating-system': 'operatingSystem',
};

const creationInfo = '_:creationInfo';

/**
 * A bill of materials as SPDX 3.0.1 JSON-LD: profiles Core, Software and SimpleLicensing. Dependencies are lifecycle
 * scoped relationships, with how complete they are; identifiers follow from the content.
 */
export function renderSpdx3Bill(bill: BillOfMaterials): string {
  const graph = new Spdx3Writer(`https://spdx.org/spdxdocs/plumbline-${billId(bill, 'spdx-3.0.1')}`).graph(bill);
  const document = { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph };
  return `${JSON.stringify(document, null, 2)}\n`;
}

class Spdx3Writer {
  readonly #space: string;
  readonly #elements: object[] = [];
  readonly #agents = new Map<string, string>();
  readonly #licenses = new Map<string, string>();
  readonly #relationships: object[] = [];
  #count = 0;

  constructor(space: string) {
    this.#space = space;
  }

  graph(bill: BillOfMaterials): readonly object[] {
    const { subject, components } = bill;
    const root = this.#id('product');
    const ids = new Map(components.map(({ ref }, index) => [ref, this.#id(`package-${index + 1}`)]));
    const packages = [
      { ...this.#element('software_Package', root), ...this.#subject(subject) },
      ...components.map((one) => ({
        ...this.#element('software_Package', ids.get(one.ref) ?? ''),
        ...this.#package(one),
      })),
    ];
    this.#license(root, subject.license);
    for (const { ref, license } of components) this.#license(ids.get(ref) ?? '', license);
    const byRef = new Map(components.map((one) => [one.ref, one]));
    this.#needs(root, subject.dependsOn, { ids, components: byRef, complete: subject.complete });
    for (const { ref, dependsOn } of components)
      this.#needs(ids.get(ref) ?? '', dependsOn, { ids, components: byRef, complete: true });
    return [
      ...this.#creation(bill),
      ...this.#document(bill, root),
      ...packages,
      ...this.#elements,
      ...this.#relationships,
    ];
  }

  #id(name: string): string {
    return `${this.#space}#${name}`;
  }

  #element(type: string, spdxId: string): object {
    return { type, spdxId, creationInfo };
  }

  #creation({ tool, generators = [], author, createdAt }: BillOfMaterials): readonly object[] {
    const agent = author ?? (tool === null ? 'unknown' : tool.name);
    const tools = [...(tool === null ? [] : [tool]), ...generators];
    const toolIds = tools.map((_, index) => this.#id(index === 0 ? 'tool' : `tool-${index + 1}`));
    const agentId = this.#id('author');
    return [
      {
        type: 'CreationInfo',
        '@id': creationInfo,
        specVersion: '3.0.1',
        created: createdAt ?? '1970-01-01T00:00:00Z',
        createdBy: [agentId],
        ...(tools.length > 0 && { createdUsing: toolIds }),
      },
      { ...this.#element(author === null ? 'SoftwareAgent' : 'Organization', agentId), name: agent },
      ...tools.map(({ name, version }, index) => ({
        ...this.#element('Tool', toolIds[index] ?? ''),
        name: version === null ? name : `${name}-${version}`,
      })),
    ];
  }

  #document({ subject, context, remarks }: BillOfMaterials, root: string): readonly object[] {
    const sbom = this.#id('sbom');
    return [
      {
        ...this.#element('SpdxDocument', this.#space),
        name: subject.version === null ? subject.name : `${subject.name} ${subject.version}`,
        ...(remarks.length > 0 && { comment: remarks.join('\n') }),
        profileConformance: ['core', 'software', 'simpleLicensing'],
        rootElement: [sbom],
      },
      {
        ...this.#element('software_Sbom', sbom),
        ...(context !== null && { software_sbomType: [context] }),
        rootElement: [root],
      },
    ];
  }

  #subject(subject: BillSubject): object {
    const { name, version, purl, supplier, originator, hashes, commit } = subject;
    const address = vcsAddress(subject);
    const gitoid = `gitoid:commit:${commit?.length === 64 ? 'sha256' : 'sha1'}:${commit}`;
    return {
      name,
      ...this.#suppliedBy(supplier),
      ...this.#originatedBy(originator),
      ...verifiedUsing(hashes),
      ...(commit !== null && {
        externalIdentifier: [{ type: 'ExternalIdentifier', externalIdentifierType: 'gitoid', identifier: gitoid }],
      }),
      software_primaryPurpose: 'application',
      ...(version !== null && { software_packageVersion: version }),
      ...(address !== null && { software_downloadLocation: address }),
      ...(purl !== null && { software_packageUrl: purl }),
    };
  }

  #package({ name, version, purl, supplier, originator, hashes, foundIn, type }: BillComponent): object {
    return {
      name,
      ...this.#suppliedBy(supplier),
      ...this.#originatedBy(originator),
      ...verifiedUsing(hashes),
      software_primaryPurpose: purposes[type],
      ...(version !== null && { software_packageVersion: version }),
      ...(purl !== null && { software_packageUrl: purl }),
      ...(foundIn.length > 0 && { software_sourceInfo: foundInPrefix + foundIn.join('; ') }),
    };
  }

  #suppliedBy(supplier: string | null): object {
    return supplier === null ? {} : { suppliedBy: this.#agent('Organization', supplier) };
  }

  #originatedBy(originator: BillOriginator | undefined): object {
    if (originator === undefined) return {};
    return { originatedBy: [this.#agent(originator.as === 'author' ? 'Person' : 'Organization', originator.name)] };
  }

  #agent(type: 'Organization' | 'Person', name: string): string {
    const key = `${type} ${name}`;
    const known = this.#agents.get(key);
    if (known !== undefined) return known;
    const id = this.#id(`agent-${this.#agents.size + 1}`);
    this.#elements.push({ ...this.#element(type, id), name });
    this.#agents.set(key, id);
    return id;
  }

  #license(from: string, stated: string | null): void {
    if (stated === null) return;
    const { kind, text } = readLicense(stated);
    const id = this.#licenses.get(text) ?? this.#id(`license-${this.#licenses.size + 1}`);
    if (!this.#licenses.has(text))
      this.#elements.push(
        kind === 'words'
          ? { ...this.#element('simplelicensing_SimpleLicensingText', id), simplelicensing_licenseText: text }
          : { ...this.#element('simplelicensing_LicenseExpression', id), simplelicensing_licenseExpression: text },
      );
    this.#licenses.set(text, id);
    this.#relate({ from, type: 'hasDeclaredLicense', to: [id] });
  }

  /** One relationship for each scope of what is needed; an optional one has a type of its own. */
  #needs(from: string, dependsOn: readonly string[] | null, graph: Graph): void {
    if (dependsOn === null) {
      this.#relate({ from, type: 'dependsOn', to: [noAssertionElement], completeness: 'noAssertion' });
      return;
    }
    const completeness = graph.complete ? 'complete' : 'incomplete';
    if (dependsOn.length === 0) this.#relate({ from, type: 'dependsOn', to: [noneElement], completeness });
    const needed = dependsOn.flatMap((ref) => graph.components.get(ref) ?? []);
    for (const [scope, of] of Map.groupBy(needed, (one) => one.scope)) {
      const to = of.map(({ ref }) => graph.ids.get(ref) ?? '');
      if (scope === 'optional') this.#relate({ from, type: 'hasOptionalDependency', to, completeness });
      else this.#relate({ from, type: 'dependsOn', to, completeness, scope });
    }
  }

  #relate({ from, type, to, completeness, scope }: Relationship): void {
    this.#count += 1;
    const id = this.#id(`relationship-${this.#count}`);
    this.#relationships.push({
      ...this.#element(scope === undefined || scope === null ? 'Relationship' : 'LifecycleScopedRelationship', id),
      from,
      relationshipType: type,
      to,
      ...(completeness !== undefined && { completeness }),
      ...(scope !== undefined && scope !== null && { scope }),
    });
  }
}

type Graph = {
  readonly ids: ReadonlyMap<string, string>;
  readonly components: ReadonlyMap<string, BillComponent>;
  readonly complete: boolean;
};

type Relationship = {
  readonly from: string;
  readonly type: string;
  readonly to: readonly string[];
  readonly completeness?: string;
  readonly scope?: BillComponent['scope'];
};

function verifiedUsing(hashes: readonly BillHash[]): object {
  if (hashes.length === 0) return {};
  return {
    verifiedUsing: hashes.map(({ algorithm, value, file }) => ({
      type: 'Hash',
      ...(file !== null && { comment: file }),
      algorithm,
      hashValue: value,
    })),
  };
}
