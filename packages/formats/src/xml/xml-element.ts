// SPDX-License-Identifier: Apache-2.0

/** An element that was kept. `name` has no prefix; `text` is its own text, without that of its children. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly children: readonly XmlElement[];
};

/** The elements that are reached by the names, in document order. */
export function elementsOf(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = [element];
  for (const name of path) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** Text of the first element that is reached by the names and has any, without white space around it; null: there is none. */
export function textIn(element: XmlElement, ...path: readonly string[]): string | null {
  for (const found of elementsOf(element, ...path)) {
    const text = found.text.trim();
    if (text !== '') return text;
  }
  return null;
}

/** An attribute without white space around it; null when it is missing or empty. */
export function attributeIn(element: XmlElement | undefined, name: string): string | null {
  return element?.attributes.get(name)?.trim() || null;
}
