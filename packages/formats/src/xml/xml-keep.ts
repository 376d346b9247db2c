// SPDX-License-Identifier: Apache-2.0

/**
 * Which part of an XML document is worth building: the named children of an element, at each step, by their names without
 * prefixes. `{}` is an element with its attributes and its own text.
 */
export type XmlKeep = { readonly [element: string]: XmlKeep };
