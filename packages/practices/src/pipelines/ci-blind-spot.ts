// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines } from '@plumbline/core/facts/ci-pipelines';
import type { SourceLocation } from '@plumbline/core/facts/source-location';
import { counted } from '../words/counted.ts';
import { shortText } from '../words/short-text.ts';

/** Why "no job does it" cannot be said, what would show it, and where the repository points. */
export type CiBlindSpot = {
  readonly because: string;
  readonly resolve: string;
  readonly places: readonly SourceLocation[];
};

/**
 * Where the repository itself points outside its tree, or a pipeline file could not be read, a job may hide there
 * (procedures, doubtful case 1). A called workflow that is itself a known tool hides nothing. Null: every pipeline was
 * read to its end.
 */
export function ciBlindSpot(ci: CiPipelines): CiBlindSpot | null {
  const known = new Set(
    ci.pipelines.flatMap(({ path, jobs }) =>
      jobs.flatMap(({ steps }) => steps.flatMap(({ tools }) => tools.map(({ line }) => `${path}:${line}`))),
    ),
  );
  const hidden = ci.elsewhere.filter(({ path, line }) => !known.has(`${path}:${line}`));
  const [outside] = hidden;
  if (outside !== undefined) {
    return {
      because: `${counted(hidden.length, 'reference')} outside the tree may hold it, such as ${shortText(outside.reference)}`,
      resolve: `Bring the ${outside.what} into the repository, or pass what it produced with --evidence`,
      places: hidden,
    };
  }
  const [unread] = ci.unread;
  if (unread === undefined) return null;
  return {
    because: `${counted(ci.unread.length, 'pipeline file')} could not be read, such as ${unread.path}`,
    resolve: `Make ${unread.path} valid and readable`,
    places: ci.unread,
  };
}
