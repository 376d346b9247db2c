// SPDX-License-Identifier: Apache-2.0
import type { Job } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import { toolUse } from '../merge-tools.ts';
import { allOf, anyOf, type Ternary } from '../three-valued.ts';
import { recognizeNamed } from '../tools/recognize.ts';
import type { GitlabConfig } from './gitlab-config.ts';
import { pipelineRuns } from './gitlab-rules.ts';
import { type GitlabScenario, gitlabScenario } from './gitlab-scenario.ts';
import { at, isTrue, textAt } from '../yaml/yaml-node.ts';
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

/** Name of our template, and of its job. */
const ours = { template: 'plumbline', job: 'plumbline-gate' } as const;

/**
 * Jobs of templates that are known although their text is not in the tree. GitLab's own run in branch pipelines, and in merge
 * request pipelines in their `latest` edition; ours in merge requests.
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
    const isOurs = name === ours.template;
    const inMergeRequests: Ternary = isOurs || /latest/.test(name) ? runs('merge-request') : 'no';
    const job: Job = {
      id: isOurs ? ours.job : name,
      line,
      runner: 'unknown',
      runsOn: '',
      // The scanners of GitLab's templates are all `allow_failure: true`.
      mayFail: !isOurs || oursMayFail(config, own),
      onPullRequest: isOurs ? inMergeRequests : allOf([anyOf([inMergeRequests, runs('branch')])]),
      onPush: runs('default-branch'),
      permissions: 'unset',
      usesSecrets: false,
      steps: [{ line, tools, mayFail: false, injections: [], checksOutUntrusted: false }],
    };
    return [{ path, job }];
  });
}

/** Somebody let the job of our template fail, or told the gate to warn. */
function oursMayFail({ root }: GitlabConfig, variables: ReadonlyMap<string, string>): boolean {
  const allowed = at(root, ours.job, 'allow_failure');
  const told = textAt(root, ours.job, 'variables', 'PLUMBLINE_WARN_ONLY') ?? variables.get('PLUMBLINE_WARN_ONLY') ?? '';
  return (allowed?.kind === 'scalar' && isTrue(allowed)) || /^(?:true|yes|1)$/.test(told);
}
