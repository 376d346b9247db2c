// SPDX-License-Identifier: Apache-2.0
import { parseAllDocuments } from 'yaml';
import { notParsed, parsed, type Parsed } from './parsed.ts';

/** Characters. What people write is smaller; what machines write is read line by line where it matters. */
const lengthMax = 2 * 1024 * 1024;
const aliasesMax = 100;
const documentsMax = 200;
// resolving an alias walks the document, so their number is limited before anything is parsed
const alias = /(?:^|[\s[{,:-])\*[^\s*]/gmu;
const aliasLikeMax = 2000;

/**
 * Every document of a YAML stream as plain values. No custom tags; length, aliases and nesting are bounded, so nothing
 * explodes. Of keys that occur twice the last one counts: looking for them takes time that grows with their square.
 */
export function parseYaml(text: string): Parsed<readonly unknown[]> {
  if (text.length > lengthMax) return notParsed('YAML', new Error(`longer than ${lengthMax} characters`));
  if (tooManyAliases(text)) return notParsed('YAML', new Error('too many aliases'));
  try {
    const documents = parseAllDocuments(text, {
      schema: 'core',
      merge: true,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    const values: unknown[] = [];
    for (const document of documents.slice(0, documentsMax)) {
      const [error] = document.errors;
      if (error !== undefined) return notParsed('YAML', error);
      values.push(document.toJS({ maxAliasCount: aliasesMax }));
    }
    return parsed(values);
  } catch (cause) {
    return notParsed('YAML', cause);
  }
}

function tooManyAliases(text: string): boolean {
  let count = 0;
  if (text.includes('*')) for (const _ of text.matchAll(alias)) if ((count += 1) > aliasLikeMax) return true;
  return false;
}
