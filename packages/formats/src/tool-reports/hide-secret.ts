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

/** The result as one about a secret: the text at its places, which is the secret, stays neither there nor in the words. */
export function hideSecret(given: GivenResult): GivenResult {
  const places = given.places ?? [];
  const shown = places.flatMap(({ snippet }) => snippet ?? []);
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
