// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines, Job, Pipeline } from '@plumbline/core/facts/ci-pipelines';
import type { SourceLocation } from '@plumbline/core/facts/source-location';
import { counted } from '../words/counted.ts';
import { shortText } from '../words/short-text.ts';

/** Why "no job does it" cannot be said, what would show it, and where the repository points. */
export type CiBlindSpot = {
  readonly because: string;
  readonly resolve: string;
  readonly places: readonly SourceLocation[];
};

/** Whether what is asked for could hide in a workflow that this job calls from elsewhere. */
export type CanHide = (pipeline: Pipeline, job: Job) => boolean;

/**
 * Where the repository itself points outside its tree, or a pipeline file could not be read, a job may hide there
 * (procedures, doubtful case 1). A called workflow that is itself a known tool hides nothing, and neither
 * does a call where it `canHide` nothing. Null: every pipeline was read to its end.
 */
export function ciBlindSpot(ci: CiPipelines, canHide: CanHide = () => true): CiBlindSpot | null {
  const known = new Set(
    ci.pipelines.flatMap(({ path, jobs }) =>
      jobs.flatMap(({ steps }) => steps.flatMap(({ tools }) => tools.map(({ line }) => `${path}:${line}`))),
    ),
  );
  const harmless = new Set(
    ci.pipelines.flatMap((pipeline) =>
      pipeline.jobs
        .filter((job) => job.calls !== undefined && !canHide(pipeline, job))
        .map(({ calls }) => `${pipeline.path} ${calls}`),
    ),
  );
  const hidden = ci.elsewhere.filter(
    ({ path, line, reference }) => !known.has(`${path}:${line}`) && !harmless.has(`${path} ${reference}`),
  );
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

/** For what has to run without being started by hand. */
export const runsByItself: CanHide = ({ triggers }) =>
  triggers.length === 0 || triggers.some(({ event }) => !['manual', 'called', 'comment'].includes(event));

const publishingScopes: ReadonlySet<string> = new Set(['contents', 'packages', 'id-token', 'attestations']);

/** For what publishes: a call that is given no secrets and may not write where releases go can publish nothing. */
export const mayPublish: CanHide = (pipeline, { permissions, writes, usesSecrets }) => {
  const rights = permissions === 'unset' ? pipeline.permissions : permissions;
  const mayWrite = writes === undefined || writes.some((scope) => publishingScopes.has(scope));
  return usesSecrets || (rights !== 'none' && rights !== 'read' && mayWrite);
};
