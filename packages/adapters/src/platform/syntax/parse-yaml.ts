// SPDX-License-Identifier: Apache-2.0
import { parseAllDocuments } from 'yaml';
import { explosiveYaml } from './explosive-yaml.ts';
import { notParsed, parsed, type Parsed } from './parsed.ts';

const aliasesMax = 100;
const documentsMax = 200;

/**
 * Every document of a YAML stream as plain values. No custom tags; length, aliases and nesting are bounded, so nothing
 * explodes. Of keys that occur twice the last one counts: looking for them takes time that grows with their square.
 */
export function parseYaml(text: string): Parsed<readonly unknown[]> {
  const danger = explosiveYaml(text);
  if (danger !== null) return notParsed('YAML', new Error(danger));
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
