// SPDX-License-Identifier: Apache-2.0
import { plainText } from './plain-text.ts';
import { lineAt, type Passage, type Prose } from './prose.ts';

/** A link as it stands in a passage; `offset` into the passage's text. */
export type Link = { readonly text: string; readonly url: string; readonly line: number; readonly offset: number };

/** One alternative a syntax: Markdown inline and by reference, reStructuredText, HTML, AsciiDoc, bare addresses. */
const syntax = new RegExp(
  [
    String.raw`\[([^\][]{1,300})\]\(<?([^()\s<>]{1,1000})>?(?:\s[^()]{0,200})?\)`,
    String.raw`\[([^\][]{1,300})\]\[([^\][]{0,200})\]`,
    '`([^`<]{0,300})<([^<>`\\s]{1,1000})>`_{1,2}',
    String.raw`<a\s[^<>]{0,200}?href=["']([^"'<>]{1,1000})["'][^<>]{0,200}>([^<]{0,300})</a>`,
    String.raw`(?:link:|xref:)?((?:https?://|mailto:|link:|xref:)[^\s<>"'\][)]{1,1000})(?:\[([^\]]{0,300})\])?`,
    String.raw`\[([^\][]{1,200})\](?![[(:])`,
    '`([^`<>]{1,200})`_(?!_)',
  ].join('|'),
  'giu',
);

/** Every link of a passage, with references resolved by the document's definitions. */
export function linksOf(prose: Prose, passage: Passage): readonly Link[] {
  const links: Link[] = [];
  for (const match of passage.text.matchAll(syntax)) {
    const found = read(match, prose.definitions);
    if (found !== null) links.push({ ...found, line: lineAt(passage, match.index), offset: match.index });
  }
  return links;
}

type Target = Pick<Link, 'text' | 'url'>;

const make = (words: string | undefined, target: string | undefined): Target | null =>
  target === undefined || target === ''
    ? null
    : { text: plainText(words ?? ''), url: target.replace(/[.,;:!?*_`]+$/u, '') };

function read(match: RegExpExecArray, definitions: ReadonlyMap<string, string>): Target | null {
  const [, text, url, refText, ref, rstText, rstUrl, href, anchor, bare, label, shortcut, rstName] = match;
  const defined = (name: string): string | undefined => definitions.get(name.toLowerCase());
  if (url !== undefined) return make(text, url);
  if (refText !== undefined) return make(refText, defined(ref === undefined || ref === '' ? refText : ref));
  // `text <name_>`_ takes its address from the definition of that name.
  if (rstUrl !== undefined)
    return make(rstText, rstUrl.endsWith('_') ? (defined(rstUrl.slice(0, -1)) ?? rstUrl) : rstUrl);
  if (href !== undefined) return make(anchor, href);
  if (bare !== undefined) return make(label ?? '', bare.replace(/^(?:link|xref):/iu, ''));
  const name = shortcut ?? rstName;
  return name === undefined ? null : make(name, defined(name));
}
