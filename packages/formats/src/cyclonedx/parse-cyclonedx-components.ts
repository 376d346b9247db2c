// SPDX-License-Identifier: Apache-2.0
import type { Sbom, SbomGap } from '@plumbline/core/facts/imported/sboms';
import type { Problems } from '../imports/problems.ts';
import { at, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { isPurl } from '../sbom/is-purl.ts';
import { known } from '../sbom/known.ts';
import { type ComponentElements, type DocumentElements, sbomGaps } from '../sbom/sbom-gaps.ts';
import { cycloneDxHashFault } from './parse-cyclonedx-hash.ts';

export type ListedComponents = {
  readonly components: Sbom['components'];
  readonly gaps: (document: DocumentElements) => readonly SbomGap[];
};

/** Every component, also those inside others. Files are no components of their own, as in SPDX. */
export function cycloneDxComponents(bom: JsonObject, problems: Problems): ListedComponents {
  const related = relatedRefs(bom['dependencies']);
  const components: Sbom['components'][number][] = [];
  const elements: ComponentElements[] = [];
  const visit = (list: JsonValue | undefined, inside: boolean): void => {
    for (const component of objectsOf(list)) {
      if (component['type'] !== 'file') {
        components.push(listed(component, problems));
        elements.push(elementsOf(component, inside || related.has(textOf(component['bom-ref']) ?? '')));
      }
      visit(component['components'], true);
    }
  };
  visit(at(bom, 'metadata', 'component', 'components'), true);
  visit(bom['components'], false);
  return { components, gaps: (document) => sbomGaps(document, elements) };
}

/** References that take part in a stated relationship, as the one that depends or the one depended on. */
function relatedRefs(dependencies: JsonValue | undefined): ReadonlySet<string> {
  return new Set(
    objectsOf(dependencies).flatMap(({ ref, dependsOn, provides }) => [
      ...(textOf(ref) === null ? [] : [textOf(ref) ?? '']),
      ...textsOf(dependsOn),
      ...textsOf(provides),
    ]),
  );
}

function listed(component: JsonObject, problems: Problems): Sbom['components'][number] {
  const purl = textOf(component['purl']);
  if (purl !== null && !isPurl(purl)) problems.add('CycloneDX component.purl: not a package URL');
  const group = textOf(component['group']);
  const name = textOf(component['name']) ?? '';
  return {
    purl: isPurl(purl) ? purl : null,
    name: group === null ? name : `${group}/${name}`,
    version: known(textOf(component['version'])),
    hashed: isHashed(component),
    supplier: cycloneDxSupplier(component),
  };
}

/** At least one hash that can be one (`foo` is none), of the component or of what it was downloaded as. */
function isHashed({ hashes, externalReferences }: JsonObject): boolean {
  const downloads = objectsOf(externalReferences).filter(({ type }) => type === 'distribution');
  return [hashes, ...downloads.map((reference) => reference['hashes'])]
    .flatMap((list) => objectsOf(list))
    .some(({ alg, content }) => cycloneDxHashFault(alg, content) === null);
}

/** Who supplies a component, or made it. */
export function cycloneDxSupplier(component: JsonObject): string | null {
  const { supplier, manufacturer, publisher } = component;
  return known(textOf(at(supplier, 'name'))) ?? known(textOf(at(manufacturer, 'name'))) ?? known(textOf(publisher));
}

function elementsOf(component: JsonObject, related: boolean): ComponentElements {
  const { purl, cpe, swid, omniborId, swhid } = component;
  return {
    supplier: cycloneDxSupplier(component) !== null,
    name: known(textOf(component['name'])) !== null,
    version: known(textOf(component['version'])) !== null || textOf(component['versionRange']) !== null,
    identifier:
      isPurl(textOf(purl)) ||
      textOf(cpe) !== null ||
      textOf(at(swid, 'tagId')) !== null ||
      textsOf(omniborId).length > 0 ||
      textsOf(swhid).length > 0,
    related,
    hashed: isHashed(component),
    licensed: objectsOf(component['licenses']).some(
      ({ expression, license }) =>
        known(textOf(expression)) !== null ||
        known(textOf(at(license, 'id'))) !== null ||
        known(textOf(at(license, 'name'))) !== null,
    ),
  };
}
