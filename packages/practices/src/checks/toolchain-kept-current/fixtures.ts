// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse } from '@plumbline/core/facts/ci-pipelines';
import type { UpdateBots } from '@plumbline/core/facts/update-bots';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aPipeline, ciPipelines } from '../../testing/fixture-facts.ts';

const use = (kind: ExternalUse['kind']): ExternalUse => ({
  kind,
  reference: 'actions/checkout@v5',
  pinnedBy: 'tag',
  line: 9,
});
const using = (...kinds: readonly ExternalUse['kind'][]) =>
  ciPipelines(aPipeline({ externalUses: kinds.map((kind) => use(kind)) }));
const bots = (ecosystems: UpdateBots['bots'][number]['ecosystems']): UpdateBots => ({
  bots: [{ bot: 'dependabot', path: '.github/dependabot.yml', enabled: true, ecosystems, directories: ['/'] }],
});

export const fixtures: CheckFixtures = {
  facts: { 'ci-pipelines': using('action', 'action', 'image'), 'update-bots': bots(['npm', 'github-actions']) },
  flip: { kind: 'update-bots', at: ['bots', 0, 'enabled'], to: false },
  also: [
    { name: 'no bot', facts: { 'ci-pipelines': using('action'), 'update-bots': 'absent' }, outcome: 'no' },
    {
      name: 'a bot for packages alone',
      facts: { 'ci-pipelines': using('action'), 'update-bots': bots(['npm']) },
      outcome: 'no',
    },
    {
      name: 'images are what the pipelines use most',
      facts: { 'ci-pipelines': using('action', 'image', 'image'), 'update-bots': bots(['github-actions']) },
      outcome: 'no',
    },
    {
      name: 'a bot that finds everything',
      facts: { 'ci-pipelines': using('orb', 'include'), 'update-bots': bots(['*']) },
      outcome: 'yes',
    },
    {
      name: 'nothing from outside',
      facts: { 'ci-pipelines': using(), 'update-bots': 'absent' },
      outcome: 'not-applicable',
    },
    { name: 'no pipelines', facts: { 'ci-pipelines': 'absent', 'update-bots': 'absent' }, outcome: 'unknown' },
  ],
};
