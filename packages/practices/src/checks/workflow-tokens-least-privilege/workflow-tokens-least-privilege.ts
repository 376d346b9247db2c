// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { CiSystem, Pipeline, TokenPermissions } from '@plumbline/core/facts/ci-pipelines';
import { noPipelineKept } from '../../pipelines/no-pipeline-kept.ts';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { shortText } from '../../words/short-text.ts';

// Where the rights of the job token are written: in the file, in a setting of the project, or there is no such token.
const tokenRights: { readonly [S in CiSystem]: 'file' | 'setting' | 'none' } = {
  'github-actions': 'file',
  'forgejo-actions': 'file',
  'gitlab-ci': 'setting',
  'azure-pipelines': 'setting',
  circleci: 'none',
  jenkins: 'none',
  woodpecker: 'none',
};

// Doubtful case 7: a workflow counts with a top-level block or when every job has one; empty and read-only blocks count.
export const workflowTokensLeastPrivilege: Check = defineCheck({
  id: 'workflow-tokens-least-privilege',
  question: 'Does every workflow say what its token may do, and never everything?',
  scope: 'repository',
  needs: ['ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'No workflow runs with the default rights of the forge, or with the right to write everything.',
    doesNotShow: 'Whether each right that is listed is needed, and what other secrets can do.',
    resolve: 'Make every workflow file readable; for GitLab and Azure the rights are a setting that no file shows.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Put `permissions: {}` or `contents: read` at the top of every workflow',
      'Give single jobs the rights that they need',
      'Set the default of the organisation to read-only',
    ],
    patch: 'least-privilege-permissions',
  },
  answer({ 'ci-pipelines': item }) {
    if (item.state === 'absent') return noPipelineKept(item);
    const { pipelines, unread } = item.fact;
    const workflows = pipelines.filter((pipeline) => tokenRights[pipeline.system] === 'file' && bearsToken(pipeline));
    const loose = workflows.filter((pipeline) => !isLimited(pipeline));
    const measures = [
      { name: 'workflows with limited tokens', value: workflows.length - loose.length, of: workflows.length },
    ];
    const [first] = loose;
    if (first !== undefined) {
      const fault = hasWriteAll(first) ? 'may write everything' : 'has the default rights of the forge';
      return no(
        `Tokens are limited in ${workflows.length - loose.length} of ${counted(workflows.length, 'workflow')}; ${shortText(first.path)} ${fault}`,
        citeAll(item, loose),
        measures,
      );
    }
    if (unread.length > 0) {
      return unknown(
        `${counted(unread.length, 'pipeline file')} could not be read`,
        'Make every pipeline file valid and readable',
        citeAll(item, unread),
        measures,
      );
    }
    if (workflows.length > 0) {
      return yes(
        `Tokens are limited in ${allCounted(workflows.length, 'workflow')}`,
        [cite(item), ...citeAll(item, workflows)],
        measures,
      );
    }
    const inSettings = pipelines.filter((pipeline) => tokenRights[pipeline.system] === 'setting');
    if (inSettings.length > 0) {
      return unknown(
        `The rights of the job tokens of ${counted(inSettings.length, 'pipeline')} are a setting of the project, not in a file`,
        'Limit the job token in the settings of the project; a token that may read them would show it',
        citeAll(item, inSettings),
      );
    }
    return notApplicable('The pipelines have no forge token whose rights a file could limit', [cite(item)]);
  },
});

// A composite action, and a reusable workflow that says nothing, run with what their caller gives them.
function bearsToken(pipeline: Pipeline): boolean {
  if (pipeline.role === 'composite' || pipeline.jobs.length === 0) return false;
  return pipeline.role === 'pipeline' || hasWriteAll(pipeline);
}

function hasWriteAll({ permissions, jobs }: Pipeline): boolean {
  return (
    jobs.some((job) => job.permissions === 'write-all') ||
    (permissions === 'write-all' && jobs.some((job) => job.permissions === 'unset'))
  );
}

const limits = (permissions: TokenPermissions): boolean => permissions !== 'unset' && permissions !== 'write-all';

function isLimited(pipeline: Pipeline): boolean {
  if (hasWriteAll(pipeline)) return false;
  return limits(pipeline.permissions) || pipeline.jobs.every((job) => limits(job.permissions));
}
