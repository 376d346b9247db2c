// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { CiSystem, Job, Pipeline, Trigger } from '@plumbline/core/facts/ci-pipelines';
import { noPipelineKept } from '../../pipelines/no-pipeline-kept.ts';
import { counted } from '../../words/counted.ts';
import { shortText } from '../../words/short-text.ts';

// Events that an outsider can cause and that run with the repository's secrets and its write token.
const privileged: ReadonlySet<Trigger['event']> = new Set(['pull-request-target', 'workflow-run', 'comment']);

// Their server decides which secrets the pull request of an outsider gets.
const ownServers: ReadonlySet<CiSystem> = new Set(['jenkins', 'woodpecker']);

// Doubtful case 8: such an event without a checkout of the other side is safe.
export const noUntrustedCheckoutWithSecrets: Check = defineCheck({
  id: 'no-untrusted-checkout-with-secrets',
  question: 'Is the code of outsiders kept away from jobs that hold secrets or a token that can write?',
  scope: 'repository',
  needs: ['ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'No job of a privileged event checks out the other side of a pull request while it holds secrets or write rights.',
    doesNotShow: 'Code of outsiders that arrives otherwise, as an artifact, a cache or a download.',
    resolve: 'Make every pipeline file valid and readable.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Run the code of outsiders under `pull_request`, without secrets',
      'Hand only results to a second workflow that holds the secrets',
    ],
  },
  answer({ 'ci-pipelines': item }) {
    if (item.state === 'absent') return noPipelineKept(item);
    const { pipelines, unread } = item.fact;
    const exposed = pipelines.filter(({ triggers }) => triggers.some(({ event }) => privileged.has(event)));
    const places = exposed.flatMap((pipeline) =>
      pipeline.jobs
        .filter((job) => holdsPower(pipeline, job) && !isOwnSideOnly(job.condition))
        .flatMap((job) => job.steps)
        .filter((step) => step.checksOutUntrusted && !isOwnSideOnly(step.condition))
        .map(({ line }) => ({ path: pipeline.path, line })),
    );
    const [first] = places;
    if (first !== undefined) {
      return no(
        `${counted(places.length, 'checkout')} of the other side beside secrets or a write token, such as in ${shortText(first.path)}`,
        citeAll(item, places),
      );
    }
    const beside = pipelines
      .filter(({ system }) => ownServers.has(system))
      .flatMap(({ path, jobs }) => jobs.flatMap((job) => job.steps).map((step) => ({ ...step, path })))
      .filter(({ checksOutUntrusted }) => checksOutUntrusted);
    const [held] = beside;
    if (held !== undefined) {
      return unknown(
        `${counted(beside.length, 'step')} of pull requests with secrets, such as in ${shortText(held.path)}; whether outsiders' pull requests get them is set on the server`,
        'Keep secrets out of the steps that run for pull requests',
        citeAll(item, beside),
      );
    }
    if (unread.length > 0) {
      return unknown(
        `${counted(unread.length, 'pipeline file')} could not be read`,
        'Make every pipeline file valid and readable',
        citeAll(item, unread),
      );
    }
    return yes(
      `No checkout of the other side with secrets: ${exposed.length} of ${counted(pipelines.length, 'pipeline file')} on privileged events`,
      [cite(item)],
      [{ name: 'pipelines on privileged events', value: exposed.length, of: pipelines.length }],
    );
  },
});

/** The forge's default rights are not known from the tree, so they count as the right to write. */
function holdsPower(pipeline: Pipeline, job: Job): boolean {
  const rights = job.permissions === 'unset' ? pipeline.permissions : job.permissions;
  return job.usesSecrets || (rights !== 'none' && rights !== 'read');
}

// A job that runs only when both sides are the same repository sees no outsider's code.
function isOwnSideOnly(condition: string | undefined): boolean {
  if (condition === undefined || condition.length > 300 || condition.includes('||')) return false;
  const bare = condition.replaceAll(/\s/g, '');
  if (bare.includes('!(')) return false;
  return (
    bare.includes('head.repo.full_name==github.repository') ||
    bare.includes('github.repository==github.event.pull_request.head.repo.full_name') ||
    bare.includes('!github.event.pull_request.head.repo.fork') ||
    bare.includes('github.event.pull_request.head.repo.fork==false')
  );
}
