// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { ExternalUse, Pipeline } from '@plumbline/core/facts/ci-pipelines';
import { ciBlindSpot, mayPublish } from '../../pipelines/ci-blind-spot.ts';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';
import { toolNames, toolRuns } from '../../pipelines/tool-runs.ts';
import { noneCounted } from '../../words/none-counted.ts';

export const releaseProvenanceOrSbom: Check = defineCheck({
  id: 'release-provenance-or-sbom',
  question: 'Does a release pipeline make provenance or a bill of materials?',
  scope: 'repository',
  needs: ['ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'A pipeline that publishes, or that starts with a tag or release, runs a tool that attests provenance or lists components.',
    doesNotShow: 'Whether what it makes is published and right (release-has-sbom, provenance-verifies).',
    resolve: 'Keep the release pipeline in the tree: templates and called workflows from elsewhere cannot be read.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Attest build provenance in the release pipeline (for GitHub actions/attest-build-provenance, for npm --provenance)',
      'Make a bill of materials there and publish both with the release',
    ],
  },
  answer({ 'ci-pipelines': item }) {
    if (item.state === 'absent') return no(`No pipeline releases anything: ${shortText(item.lookedIn)}`, [cite(item)]);
    const runs = toolRuns(item.fact, ['provenance', 'sbom']);
    const releasing = item.fact.pipelines.filter((pipeline) => isReleasing(pipeline));
    const fitting = runs.filter(({ pipeline }) => isReleasing(pipeline));
    const measures = [
      {
        name: 'release pipelines that make one',
        value: new Set(fitting.map(({ path }) => path)).size,
        of: releasing.length,
      },
    ];
    if (fitting.length > 0)
      return yes(
        `${nameSome(toolNames(fitting))} in ${shortText(fitting[0]?.path ?? '')}`,
        citeAll(item, fitting),
        measures,
      );
    const blind = ciBlindSpot(item.fact, mayPublish);
    const because =
      releasing.length === 0
        ? 'No pipeline of the tree releases anything'
        : `${noneCounted(releasing.length, 'release pipeline')} makes provenance or a bill of materials`;
    if (blind !== null)
      return unknown(`${because}; ${blind.because}`, blind.resolve, citeAll(item, blind.places), measures);
    const [action] = ownReleaseActions(releasing);
    if (action !== undefined)
      return unknown(
        `${because}; ${shortText(action.reference)}, which the project keeps in another repository, may`,
        'Bring the action into the repository, or pass what it produced with --evidence',
        citeAll(item, ownReleaseActions(releasing)),
        measures,
      );
    const besides = runs.length === 0 ? '' : `; ${nameSome(toolNames(runs))} runs elsewhere`;
    return no(
      `${because}${besides}`,
      [...citeAll(item, releasing), ...(runs.length === 0 ? [] : citeAll(item, runs))],
      measures,
    );
  },
});

const releases =
  /\/(?:(?!get|check|wait|find)[\w.-]{0,60}(?:publish|build|deliver|package)[\w.-]{0,60}|release[\w.-]{0,60})@/i;

/** Actions by which the project releases and that it keeps elsewhere (doubtful case 1); tools that are known hide nothing. */
function ownReleaseActions(releasing: readonly Pipeline[]): readonly (ExternalUse & { readonly path: string })[] {
  return releasing.flatMap(({ path, jobs, externalUses }) => {
    const known = new Set(jobs.flatMap(({ steps }) => steps.flatMap(({ tools }) => tools.map(({ line }) => line))));
    return externalUses
      .filter(({ kind, ownersOwn, reference, line }) => {
        return kind === 'action' && ownersOwn === true && releases.test(reference) && !known.has(line);
      })
      .map((use) => ({ ...use, path }));
  });
}

function isReleasing({ role, releases, triggers }: Pipeline): boolean {
  return role === 'pipeline' && (releases || triggers.some(({ event }) => event === 'tag' || event === 'release'));
}
