// SPDX-License-Identifier: Apache-2.0
import type { Job } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import { toolUse } from '../merge-tools.ts';
import { allOf, anyOf, type Ternary } from '../three-valued.ts';
import { recognizeNamed } from '../tools/recognize.ts';
import type { GitlabConfig } from './gitlab-config.ts';
import { pipelineRuns } from './gitlab-rules.ts';
import { type GitlabScenario, gitlabScenario } from './gitlab-scenario.ts';
import { variablesOf } from './read-gitlab-job.ts';

// The variable by which each of GitLab's scanners is switched off.
const switches: { readonly [tool: string]: string } = {
  semgrep: 'SAST_DISABLED',
  gitleaks: 'SECRET_DETECTION_DISABLED',
  gemnasium: 'DEPENDENCY_SCANNING_DISABLED',
  trivy: 'CONTAINER_SCANNING_DISABLED',
  kics: 'SAST_DISABLED',
  zap: 'DAST_DISABLED',
  'gitlab-fuzzing': 'COVFUZZ_DISABLED',
};

/**
 * Jobs of GitLab's own templates that are known although their text is not in the tree. They run in branch pipelines, and
 * in merge request pipelines in their `latest` edition.
 */
export function templateJobs(
  config: GitlabConfig,
  context: AnalysisContext,
): readonly { readonly path: string; readonly job: Job }[] {
  const own = variablesOf({ node: config.root, root: config.root });
  const runs = (kind: GitlabScenario['kind']): Ternary =>
    pipelineRuns(config.root, gitlabScenario(kind, context.defaultBranch, own), context);
  return config.templates.flatMap(({ name, path, line }) => {
    const tools = recognizeNamed('templates', name)
      .filter((way) => !/^(?:true|1)$/i.test(own.get(switches[way.id] ?? '') ?? ''))
      .map((way) => toolUse(way, line));
    if (tools.length === 0) return [];
    const inMergeRequests: Ternary = /latest/.test(name) ? runs('merge-request') : 'no';
    const job: Job = {
      id: name,
      line,
      runner: 'unknown',
      runsOn: '',
      // The scanners of these templates are all `allow_failure: true`.
      mayFail: true,
      onPullRequest: allOf([anyOf([inMergeRequests, runs('branch')])]),
      onPush: runs('default-branch'),
      permissions: 'unset',
      usesSecrets: false,
      steps: [{ line, tools, mayFail: false, injections: [], checksOutUntrusted: false }],
    };
    return [{ path, job }];
  });
}
