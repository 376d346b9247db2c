// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import type { Answer } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { UpdateBot } from '@plumbline/core/facts/update-bots';
import { ciBlindSpot } from '../../pipelines/ci-blind-spot.ts';
import { countedDependencies, namesNoComponent } from '../../dependencies/counted-dependencies.ts';
import { botCovers, mainManifest } from '../../dependencies/main-manifest.ts';
import type { Manifest } from '@plumbline/core/facts/dependency-inventory';
import { shortText } from '../../words/short-text.ts';
import { nameSome } from '../../words/name-some.ts';
import { toolNames, type ToolRun, toolRuns } from '../../pipelines/tool-runs.ts';

// SP 800-218 PW.4.4 examples 1 and 2, RV.1.1 examples 1 and 3. Doubtful case 4: an update bot is no composition
// analysis; here either of them watches the components while nobody changes the code.
export const componentsMonitored: Check = defineCheck({
  id: 'components-monitored',
  question:
    'Are the components watched between changes: by an update bot that is acted upon, or by a scheduled analysis?',
  scope: 'repository',
  needs: ['dependency-inventory', 'update-bots', 'ci-pipelines'],
  uses: ['git-history'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'Either an update bot covers the main manifest and commits by bots entered the history in the last year, or a pipeline runs composition analysis on a schedule.',
    doesNotShow:
      'How fast somebody reacts, or which bot made the commits. Alerts that a forge raises by a setting leave no trace in the tree.',
    resolve:
      'Configure the bot or the scheduled analysis in the repository, and assess a full clone so that updates can be seen.',
  },
  remedy: {
    effort: 'minutes',
    steps: [
      'Configure Dependabot or Renovate for every manifest',
      'Merge what it proposes',
      'Run composition analysis every day',
    ],
    patch: 'add-dependabot',
  },
  answer({ 'dependency-inventory': inventory, 'update-bots': bots, 'ci-pipelines': ci, 'git-history': history }) {
    const counted = inventory.state === 'absent' ? null : countedDependencies(inventory.fact);
    if (counted !== null && namesNoComponent(counted))
      return notApplicable('The manifests name no component from outside', [cite(inventory)]);
    const scheduled = ci.state === 'absent' ? [] : toolRuns(ci.fact, ['sca']).filter((run) => isScheduled(run));
    if (scheduled.length > 0)
      return yes(`${nameSome(toolNames(scheduled))} analyses the components on a schedule`, citeAll(ci, scheduled));
    const manifests = counted?.manifests ?? [];
    const main = mainManifest(manifests);
    const enabled = bots.state === 'absent' ? [] : bots.fact.bots.filter((bot) => bot.enabled);
    const covering = enabled.filter((bot) => covers(bot, main, manifests));
    if (covering.length > 0) return actedUpon(covering, bots, history);
    const blind = ci.state === 'absent' ? null : ciBlindSpot(ci.fact);
    if (blind !== null) return unknown(blind.because, blind.resolve, [cite(bots), cite(ci)]);
    const what =
      enabled.length > 0 && main !== undefined
        ? `The update bot does not cover the main manifest ${shortText(main.path)} (${main.ecosystem})`
        : 'No update bot is configured';
    return no(`${what}, and no job analyses components on a schedule (a forge setting may raise alerts)`, [
      cite(bots),
      cite(ci),
      cite(inventory),
    ]);
  },
});

const isScheduled = (run: ToolRun): boolean => run.pipeline.triggers.some(({ event }) => event === 'schedule');

function covers(bot: UpdateBot, main: Manifest | undefined, manifests: readonly Manifest[]): boolean {
  // Without a manifest that names components, anything but the pipelines' own actions is as good as can be told.
  if (main === undefined) return bot.ecosystems.some((name) => name !== 'github-actions');
  return botCovers(bot, main, manifests);
}

function actedUpon(
  bots: readonly UpdateBot[],
  item: Seen<'update-bots'>,
  history: Seen<'git-history'> | undefined,
): Answer {
  const names = nameSome([...new Set(bots.map(({ bot, path }) => `${bot} (${path})`))]);
  const places = citeAll(item, bots);
  if (history === undefined || history.state === 'absent')
    return unknown(
      `${names} covers the components; the history is not there to show updates`,
      'Assess a full clone',
      places,
    );
  const { byBots, commits } = history.fact.window;
  const measures = [{ name: 'commits by bots in the window', value: byBots, of: commits }];
  if (byBots === 0)
    return unknown(
      `${names} is configured, but no commit of the last ${history.fact.windowDays} days is by a bot`,
      'Merge what the bot proposes under its own name, or run composition analysis on a schedule',
      [...places, cite(history)],
      measures,
    );
  return yes(
    `${names} is configured and ${byBots} commits of the last ${history.fact.windowDays} days are by bots`,
    [...places, cite(history)],
    measures,
  );
}
