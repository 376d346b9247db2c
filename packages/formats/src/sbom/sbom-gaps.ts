// SPDX-License-Identifier: Apache-2.0
import type { SbomGap } from '@plumbline/core/facts/imported/sboms';

/** Which minimum elements one component has. */
export type ComponentElements = {
  readonly supplier: boolean;
  readonly name: boolean;
  readonly version: boolean;
  readonly identifier: boolean;
  readonly related: boolean;
  readonly hashed: boolean;
  readonly licensed: boolean;
};

/** Which minimum elements the document has. */
export type DocumentElements = {
  readonly author: boolean;
  readonly timestamp: boolean;
  readonly tool: boolean;
  readonly context: boolean;
};

const ofComponents: readonly (readonly [element: string, of: keyof ComponentElements])[] = [
  ['supplier', 'supplier'],
  ['component name', 'name'],
  ['version', 'version'],
  ['unique identifier', 'identifier'],
  ['dependency relationship', 'related'],
  ['component hash', 'hashed'],
  ['license', 'licensed'],
];

const ofDocument: readonly (readonly [element: string, of: keyof DocumentElements])[] = [
  ['author', 'author'],
  ['timestamp', 'timestamp'],
  ['tool name', 'tool'],
  ['generation context', 'context'],
];

/**
 * The minimum elements that are missing somewhere, with how many components lack each (1 for an element of the whole
 * document). NTIA 2021: supplier, component name, version, unique identifier, dependency relationship, author,
 * timestamp. CISA 2025 adds: component hash, license, tool name, generation context.
 */
export function sbomGaps(document: DocumentElements, components: readonly ComponentElements[]): readonly SbomGap[] {
  return [
    ...ofComponents.map(([element, of]) => ({
      element,
      missing: components.filter((component) => !component[of]).length,
    })),
    ...ofDocument.map(([element, of]) => ({ element, missing: document[of] ? 0 : 1 })),
  ].filter(({ missing }) => missing > 0);
}
