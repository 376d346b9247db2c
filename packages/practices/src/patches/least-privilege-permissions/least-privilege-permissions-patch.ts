// SPDX-License-Identifier: Apache-2.0
import type { Pipeline } from '@plumbline/core/facts/ci-pipelines';
import type { FileChange, Patch } from '@plumbline/core/roadmap/patch';
import { patchOf } from '../../patching/patch-result.ts';
import { workflowFiles } from '../../patching/workflow-files.ts';

/** Gives each workflow without `permissions` a read-only block; what publishes is named for a person to look at. */
export const leastPrivilegePermissionsPatch: Patch = {
  id: 'least-privilege-permissions',
  title: 'Give workflow tokens read access only',
  reads: workflowFiles,
  write({ evidence, files }) {
    const item = evidence['ci-pipelines'];
    if (item?.state !== 'found') return { state: 'not-possible', because: 'the pipelines are not known' };
    const open = item.fact.pipelines.filter((pipeline) => isOpen(pipeline));
    const changes = open.flatMap(({ path }): readonly FileChange[] => {
      const before = files.get(path);
      return before === undefined ? [] : [{ path, before, after: withPermissions(before) }];
    });
    const writers = open.filter(({ releases }) => releases).map(({ path }) => path);
    const notes =
      writers.length === 0
        ? []
        : [`These publish something and may need more in the job that does it: ${writers.join(', ')}`];
    return patchOf(
      changes,
      notes,
      'every workflow says what its token may do, or grants more than this patch should take away',
    );
  },
};

function isOpen({ system, role, permissions, jobs }: Pipeline): boolean {
  const forges: readonly string[] = ['github-actions', 'forgejo-actions'];
  return (
    forges.includes(system) &&
    role !== 'composite' &&
    permissions === 'unset' &&
    jobs.some((job) => job.permissions === 'unset')
  );
}

/** Before the top-level `jobs:`, in the file's own line ending; unchanged when there is none at the start of a line. */
function withPermissions(text: string): string {
  return text.replace(
    /^jobs:/m,
    text.includes('\r\n') ? 'permissions:\r\n  contents: read\r\n\r\njobs:' : 'permissions:\n  contents: read\n\njobs:',
  );
}
