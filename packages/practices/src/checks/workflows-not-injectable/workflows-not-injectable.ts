// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { noPipelineKept } from '../../pipelines/no-pipeline-kept.ts';
import { counted } from '../../words/counted.ts';
import { shortText } from '../../words/short-text.ts';
import { noneCounted } from '../../words/none-counted.ts';

// Doubtful case 8: attacker-influenced text inside a script. Matrix values, constants and own outputs are safe.
export const workflowsNotInjectable: Check = defineCheck({
  id: 'workflows-not-injectable',
  question: 'Is every pipeline script free of text that an outsider can write?',
  scope: 'repository',
  needs: ['ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'No script is put together from a title, a branch name, a comment or the like before the shell sees it.',
    doesNotShow:
      'Whether scripts handle the same text safely once it reaches them through the environment or a file, and what outputs of actions carry that are not known to hand on file names, branch names or titles.',
    resolve: 'Make every pipeline file valid and readable.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Pass the value through `env:` and use the quoted variable in the script',
      'Run a workflow linter such as zizmor or actionlint on pull requests',
    ],
  },
  answer({ 'ci-pipelines': item }) {
    if (item.state === 'absent') return noPipelineKept(item);
    const { pipelines, unread } = item.fact;
    const steps = pipelines.flatMap((pipeline) =>
      pipeline.jobs.flatMap((job) => job.steps.map((step) => ({ ...step, path: pipeline.path }))),
    );
    const found = steps.flatMap(({ injections, path }) => injections.map((injection) => ({ ...injection, path })));
    // What a pipeline calls is followed into its jobs, so that one place may be seen several times.
    const places = [
      ...new Map(found.map((place) => [`${place.path}:${place.line} ${place.expression}`, place])).values(),
    ];
    const [first] = places;
    if (first !== undefined) {
      return no(
        `${counted(places.length, 'place')} put outside text into a script, such as ${shortText(first.expression)}`,
        citeAll(item, places),
        [{ name: 'places where outside text enters a script', value: places.length }],
      );
    }
    if (unread.length > 0) {
      return unknown(
        `${counted(unread.length, 'pipeline file')} could not be read`,
        'Make every pipeline file valid and readable',
        citeAll(item, unread),
      );
    }
    if (steps.length === 0) return notApplicable('The pipelines have no steps', [cite(item)]);
    return yes(
      `${noneCounted(steps.length, 'step')} in ${counted(pipelines.length, 'pipeline file')} puts outside text into a script`,
      [cite(item)],
      [{ name: 'places where outside text enters a script', value: 0, of: steps.length }],
    );
  },
});
