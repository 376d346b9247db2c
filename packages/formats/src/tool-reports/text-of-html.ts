// SPDX-License-Identifier: Apache-2.0

const bytesMax = 20_000;
const references: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a text that a tool wrote as HTML: tags left out, paragraphs and list entries on lines of their own. */
export function textOfHtml(html: string): string {
  return html
    .slice(0, bytesMax)
    .replaceAll(/<(?:br|\/p|\/li|\/ul|\/ol|\/h\d|\/div|\/tr)\b[^<>]{0,200}>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replaceAll(/&(lt|gt|amp|quot|apos|nbsp|#\d{1,6});/g, (whole, name: string) =>
      name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))).toWellFormed() : (references[name] ?? whole),
    )
    .replaceAll(/[ \t]{0,200}\n\s{0,2000}/g, '\n')
    .trim();
}
