// SPDX-License-Identifier: Apache-2.0
import type { PatchInput, PatchResult } from '@plumbline/core/roadmap/patch';
import { patchOf } from './patch-result.ts';
import { pinnedUse } from './pinned-use.ts';
import { usesGitHub } from './uses-github.ts';

/** A workflow to add on GitHub: `text` receives the pinned form of each use, in order. */
export type NewWorkflow = {
  readonly path: string;
  /** Id of the tool that it runs: where a pipeline runs it already, a second workflow would do it twice. */
  readonly tool: string;
  readonly uses: readonly string[];
  readonly text: (pinned: readonly string[], defaultBranch: string) => string;
  readonly notes: readonly string[];
};

/** The workflow as a patch; not possible elsewhere than on GitHub, over a file, or while a commit to pin is not known. */
export function newWorkflow({ home, paths, hashOf, evidence }: PatchInput, workflow: NewWorkflow): PatchResult {
  if (home?.forge !== 'github' && !(home === null && usesGitHub(paths)))
    return {
      state: 'not-possible',
      because: 'this ready patch is for GitHub Actions; do the same in the CI system at hand',
    };
  if (runsAlready(evidence, workflow.tool))
    return { state: 'not-possible', because: `a pipeline runs ${workflow.tool} already: change that one` };
  if (paths.has(workflow.path)) return { state: 'not-possible', because: `${workflow.path} is there already` };
  const pinned = workflow.uses.flatMap((use) => pinnedUse(use, hashOf) ?? []);
  if (pinned.length < workflow.uses.length) {
    return {
      state: 'not-possible',
      because: `the commits of ${workflow.uses.join(', ')} are not all known here; run without --offline to look them up`,
    };
  }
  const history = evidence['git-history'];
  const branch = (history?.state === 'found' ? history.fact.defaultBranch : null) ?? 'main';
  return patchOf([{ path: workflow.path, before: null, after: workflow.text(pinned, branch) }], workflow.notes, '');
}

function runsAlready(evidence: PatchInput['evidence'], tool: string): boolean {
  const item = evidence['ci-pipelines'];
  const jobs = item?.state === 'found' ? item.fact.pipelines.flatMap((pipeline) => pipeline.jobs) : [];
  return jobs.some(({ steps }) => steps.some(({ tools }) => tools.some((use) => use.tool === tool)));
}
