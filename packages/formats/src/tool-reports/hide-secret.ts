// SPDX-License-Identifier: Apache-2.0
import type { GivenResult } from './create-result.ts';
import { withoutTexts } from './without-texts.ts';

/** Hard-coded password, cryptographic key, credentials. */
const secretWeaknesses: ReadonlySet<string> = new Set(['CWE-259', 'CWE-321', 'CWE-798']);

/** Whether a result shows a secret: a scanner for secrets found it, or it is a hard-coded credential, whichever tool says so. */
export function showsSecret({ kind }: Pick<GivenResult, 'kind'>, weaknesses: readonly string[] | undefined): boolean {
  return (
    kind === 'secret' || (kind === 'code' && weaknesses?.some((weakness) => secretWeaknesses.has(weakness)) === true)
  );
}

const literal = /(["'`])([^"'`\n]{4,500})\1/g;
const separators = /[\s"'`=:,;()[\]{}<>]+/;

/** What may be the secret in the text of a place: all of it, what stands in quotes, and words that are no plain words. */
function secretsIn(snippet: string): readonly string[] {
  const text = snippet.slice(0, 2000);
  const quoted = [...text.matchAll(literal)].flatMap(([, , inner]) => inner ?? []);
  const words = text.split(separators).filter((word) => word.length >= 8 && !/^[A-Za-z_]+$/.test(word));
  return [text, ...quoted, ...words];
}

/** The result as one about a secret: the text at its places, which is the secret, stays neither there nor in the words. */
export function hideSecret(given: GivenResult): GivenResult {
  const places = given.places ?? [];
  const shown = places.flatMap(({ snippet }) => secretsIn(snippet ?? ''));
  const masked = (text: string | null | undefined): string | null | undefined =>
    text === null || text === undefined || shown.length === 0 ? text : withoutTexts(text, shown);
  return {
    ...given,
    kind: 'secret',
    title: masked(given.title),
    message: masked(given.message),
    places: places.map((place) => ({ ...place, snippet: null })),
  };
}
