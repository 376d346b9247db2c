// SPDX-License-Identifier: Apache-2.0

/** A heading with what stands under it. `parents` are the titles above it, outermost first. Lines count from 1. */
export type Section = {
  readonly title: string;
  readonly level: number;
  readonly line: number;
  readonly parents: readonly string[];
};

/** Where each piece of a passage's text starts: offset in `text`, line in the file. */
export type LineStart = { readonly offset: number; readonly line: number };

/**
 * A paragraph, a list item, a table row or one line of code. `section` is an index into the document's sections, -1
 * above the first heading.
 */
export type Passage = {
  readonly kind: 'paragraph' | 'item' | 'row' | 'code';
  readonly text: string;
  readonly line: number;
  readonly section: number;
  readonly lineStarts: readonly LineStart[];
};

/** A document for people, understood as far as a reader of headings and paragraphs understands it. */
export type Prose = {
  readonly path: string;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  /** Link definitions, by their lower-case name. */
  readonly definitions: ReadonlyMap<string, string>;
};

/** The line of an offset in a passage's text. */
export function lineAt(passage: Passage, offset: number): number {
  let line = passage.line;
  for (const start of passage.lineStarts) {
    if (start.offset > offset) break;
    line = start.line;
  }
  return line;
}

/** The heading over a passage and those above it, outermost first; empty above the first heading. */
export function titlesOver(prose: Prose, passage: Passage): readonly string[] {
  const section = prose.sections[passage.section];
  return section === undefined ? [] : [...section.parents, section.title];
}
