// SPDX-License-Identifier: Apache-2.0
import type { Answer, Measure } from '@plumbline/core/answers/answer';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Found, Seen } from '@plumbline/core/evidence/evidence';
import type { CiPipelines, Job, Runner } from '@plumbline/core/facts/ci-pipelines';
import type { SourceLocation } from '@plumbline/core/facts/source-location';
import { atStrength } from '../../reports/at-strength.ts';
import { artifactPlace } from '../../reports/every-artifact.ts';
import { noPipelineKept } from '../../pipelines/no-pipeline-kept.ts';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { shortText } from '../../words/short-text.ts';

type PlacedJob = Job & SourceLocation;
const isolated: ReadonlySet<Runner> = new Set(['hosted', 'container', 'ephemeral']);

// Doubtful case 18: hosted or ephemeral runners. Self-hosted on a public repository is no; untagged jobs are unknown.
export const buildsIsolated: Check = defineCheck({
  id: 'builds-isolated',
  question: 'Does every job run on a hosted or ephemeral runner, or was the newest release built in a sandbox?',
  scope: 'repository',
  needs: ['ci-pipelines'],
  uses: ['forge-settings', 'release-artifacts'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'Each job of the pipelines starts on a machine or container that is made for it and thrown away. Where no pipeline is kept: `plumbline build` made every artifact of the newest release, byte for byte, in a sandbox of its own.',
    doesNotShow: 'How the host isolates its machines, and builds that happen outside the pipelines.',
    resolve:
      'Name the runner of every job; for self-hosted runners read the visibility of the repository from the forge. Without pipelines: build the release with `plumbline build`, and gather what it makes.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Move jobs to hosted runners, or to runners that are made for one job',
      'Never let a public repository start jobs on self-hosted runners',
    ],
  },
  answer({ 'ci-pipelines': item, 'forge-settings': forge, 'release-artifacts': artifacts }) {
    if (item.state === 'absent') return builtInSandbox(item, artifacts) ?? noPipelineKept(item);
    const jobs = item.fact.pipelines
      .filter(({ role }) => role === 'pipeline')
      .flatMap(({ path, jobs }) => jobs.map((job): PlacedJob => ({ ...job, path })));
    const safe = jobs.filter(({ runner }) => isolated.has(runner));
    const measures = [{ name: 'jobs on hosted or ephemeral runners', value: safe.length, of: jobs.length }];
    const selfHosted = jobs.filter(({ runner }) => runner === 'self-hosted');
    if (selfHosted.length > 0) return onOwnHosts(selfHosted, item, forge, measures);
    // What a called workflow runs on is for its own repository to say: it is named, and decides nothing here.
    const called = jobs.filter((job) => job.runner === 'unknown' && job.calls !== undefined);
    const unclear = jobs.filter((job) => job.runner === 'unknown' && !called.includes(job));
    const [first] = unclear;
    if (first !== undefined) {
      return unknown(
        `${safe.length} of ${counted(jobs.length, 'job')} are isolated; on what ${shortText(first.id)} runs cannot be told`,
        'Name a hosted runner or an image for every job',
        citeAll(item, unclear),
        measures,
      );
    }
    const empty = allElsewhere(item.fact);
    if (empty !== undefined)
      return unknown(
        `What ${shortText(empty.path)} runs, and on what, is in ${shortText(empty.reference)}, outside the tree`,
        'Name a hosted runner or an image for every job',
        [cite(item, { at: empty })],
        measures,
      );
    if (item.fact.unread.length > 0 || safe.length === 0) {
      const because =
        safe.length === 0 ? 'No job is seen' : `${counted(item.fact.unread.length, 'pipeline file')} could not be read`;
      return unknown(because, 'Make every pipeline file valid and readable', citeAll(item, item.fact.unread), measures);
    }
    const besides =
      called.length === 0
        ? ''
        : `; ${counted(called.length, 'workflow')} from elsewhere called, whose runners are not seen`;
    return yes(
      `Hosted or ephemeral runners for ${allCounted(safe.length, 'job')} of the tree${besides}`,
      [cite(item), ...citeAll(item, jobs)],
      measures,
    );
  },
});

/** Without pipelines, only what came out of a sandbox is known to have been built apart: all of the release, or nothing is said. */
function builtInSandbox(item: Seen<'ci-pipelines'>, artifacts: Seen<'release-artifacts'> | undefined): Answer | null {
  if (artifacts?.state !== 'found') return null;
  const { fact } = artifacts;
  if (fact.artifacts.length === 0 || fact.artifacts.some(({ isolatedBuildOn }) => isolatedBuildOn === null))
    return null;
  const places = fact.artifacts.map((artifact) =>
    artifactPlace(fact, artifact, [`built on ${artifact.isolatedBuildOn}`]),
  );
  return yes(
    `No pipeline is kept; plumbline build made ${allCounted(fact.artifacts.length, 'artifact')} of release ${shortText(fact.release)} in a sandbox`,
    atStrength([...citeAll(artifacts, places), cite(item)], 'observed'),
  );
}

/** A pipeline without a job of its own leaves all of them to a library or template from elsewhere. */
function allElsewhere({ pipelines, elsewhere }: CiPipelines): CiPipelines['elsewhere'][number] | undefined {
  const empty = new Set(pipelines.filter(({ jobs }) => jobs.length === 0).map(({ path }) => path));
  return elsewhere.find(({ path }) => empty.has(path));
}

function onOwnHosts(
  jobs: readonly PlacedJob[],
  item: Found<'ci-pipelines'>,
  forge: Seen<'forge-settings'> | undefined,
  measures: readonly Measure[],
): Answer {
  const because = `${counted(jobs.length, 'job')} on self-hosted runners, such as ${shortText(jobs[0]?.runsOn ?? '')}`;
  if (forge?.state === 'found' && forge.fact.visibility === 'public')
    return no(`${because}, in a public repository`, [...citeAll(item, jobs), cite(forge)], measures);
  return unknown(
    `${because}; whether they are made for one job, and who may start them, cannot be seen`,
    'Read the visibility of the repository from the forge, and use runners that are made for one job',
    citeAll(item, jobs),
    measures,
  );
}
