// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { configuredInCi } from '../../pipelines/configured-in-ci.ts';
import { nameSome } from '../../words/name-some.ts';
import { type ToolRun, toolRuns } from '../../pipelines/tool-runs.ts';
import { whyStale } from '../../days/why-stale.ts';
import { noneCounted } from '../../words/none-counted.ts';

export const gateCriteriaEnforced: Check = defineCheck({
  id: 'gate-criteria-enforced',
  question: 'Does CI run the gate on pull requests, and must it pass before a change is merged?',
  scope: 'repository',
  needs: ['ci-pipelines'],
  uses: ['forge-settings'],
  strength: 'observed',
  automation: 'not-yet',
  guide: {
    shows:
      'A job runs the gate on every pull request, its failure fails the job, and the forge requires the job to pass.',
    doesNotShow: 'Whether the gate blocks what it should (gate-blocks-violations).',
    resolve: 'Read the forge with a token that sees the rules of the default branch.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Run the gate in a job on every pull request', 'Make that job a required check of the default branch'],
    after: ['gate-criteria-defined'],
  },
  answer({ 'ci-pipelines': item, 'forge-settings': forge }, { asOf }) {
    const configured = configuredInCi(item, {
      purposes: ['gate'],
      what: 'a gate',
      mayBe: 'a forge application leaves no file',
    });
    if (configured.outcome !== 'yes' || item.state === 'absent') return configured;
    const runs = toolRuns(item.fact, ['gate']);
    const blocking = runs.filter(({ step, job }) => !step.mayFail && !job.mayFail);
    if (blocking.length === 0) return no('The gate may fail without failing its job', citeAll(item, runs));
    const onPullRequests = blocking.filter(({ on }) => on.pullRequest === 'yes');
    if (onPullRequests.length > 0) {
      const stale = forge === undefined ? null : whyStale(forge, asOf, 30);
      return stale ?? requiredByForge(onPullRequests, item, forge);
    }
    return blocking.some(({ on }) => on.pullRequest === 'unknown')
      ? unknown(
          'Whether the gate runs on pull requests cannot be told',
          'Start it on every pull request',
          citeAll(item, blocking),
        )
      : no('The gate does not run on pull requests', citeAll(item, blocking));
  },
});

function requiredByForge(
  runs: readonly ToolRun[],
  item: Seen<'ci-pipelines'>,
  forge: Seen<'forge-settings'> | undefined,
): Answer {
  if (forge === undefined || forge.state === 'absent') {
    return unknown(
      'The gate runs on pull requests; whether it must pass is a setting of the forge',
      'Read the forge with a token that sees the rules of the default branch',
      citeAll(item, runs),
    );
  }
  const { requiredChecks } = forge.fact.defaultBranch;
  const citations = [...citeAll(item, runs), cite(forge)] as const;
  if (requiredChecks.length === 0)
    return no('The gate runs, but no check is required on the default branch', citations);
  const names = new Set(requiredChecks.map((name) => lastPart(name)));
  const required = runs.filter(({ job }) => names.has(job.id.toLowerCase()));
  if (required.length > 0)
    return yes(`${nameSome(required.map(({ job }) => job.id))} runs the gate and is a required check`, citations);
  return unknown(
    `${noneCounted(requiredChecks.length, 'required check')} bears the id of the job that runs the gate`,
    'Give the job no other name than its id, or require it under its id',
    citations,
  );
}

// "workflow / job" and "job (matrix leg)" are how forges name the check of a job.
function lastPart(name: string): string {
  const last = name.split('/').at(-1) ?? name;
  return (last.split('(')[0] ?? last).trim().toLowerCase();
}
