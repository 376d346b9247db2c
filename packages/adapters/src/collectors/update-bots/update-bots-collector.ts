// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { UpdateBot } from '@plumbline/core/facts/update-bots';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { leavesUpdatesOn, readUpdateActions, runsUpdates } from './read-services.ts';
import { readDependabot } from './read-dependabot.ts';
import { readRenovate, renovatePlaces } from './read-renovate.ts';

const dependabotPlaces = /^\.(?:github|azuredevops|gitlab)\/dependabot\.ya?ml$/;
// Other bots: their file is their switch, unless it switches them off.
const otherPlaces: readonly (readonly [RegExp, UpdateBot['ecosystems']])[] = [
  [/^\.pyup\.ya?ml$/, ['pypi']],
  [/^(?:\.github\/|\.config\/)?\.scala-steward\.conf$/, ['maven']],
  [/^(?:\.github\/)?updatecli(?:\.d)?\/.+\.ya?ml$|^updatecli\.ya?ml$/, ['other']],
  [/^\.depfu\.ya?ml$/, ['*']],
  [/^\.whitesource$/, ['*']],
];

/** Reads what keeps dependencies up to date: Dependabot, Renovate and others, as configured in the tree. */
export const updateBotsCollector: Collector = {
  id: 'update-bots',
  version: '1',
  title: 'Dependency-update bots: Dependabot, Renovate and others',
  kinds: ['update-bots'],
  needs: ['tree'],
  timeoutMs: 20_000,
  collect: async (input) => [await collectBots(input)],
};

async function collectBots({ repository }: CollectorInput): Promise<Collected<'update-bots'>> {
  const { files: paths, has } = treePaths(repository);
  const dependabot = paths.filter((path) => dependabotPlaces.test(path)).slice(0, 4);
  const renovate = renovatePlaces.filter(has);
  const bots: UpdateBot[] = [];
  const unread: string[] = [];
  let isRenovateRead = false;
  await repository.read([...dependabot, ...renovate], (path, content) => {
    const isRenovate = renovatePlaces.includes(path);
    if (isRenovate && isRenovateRead) return;
    if (content.state === 'unread') {
      // An unreadable package.json is no sign of Renovate.
      if (path !== 'package.json') unread.push(`${path}: ${content.because}`);
      return;
    }
    const found = isRenovate ? readRenovate(path, content.text) : readDependabot(path, content.text);
    if (isRenovate && found !== undefined) isRenovateRead = true;
    if (found === null) unread.push(`${path} does not parse`);
    else if (found !== undefined) bots.push(...[found].flat());
  });
  bots.push(...(await readServices(repository, paths)));
  return collected(bots, unread, paths.length);
}

const workflowsMax = 500;

/** Services that are no bot of the forge, as far as a tree shows them: their own files, and the workflows that run them. */
async function readServices(
  repository: CollectorInput['repository'],
  paths: readonly string[],
): Promise<readonly UpdateBot[]> {
  const placed = otherPlaces.flatMap(([place, ecosystems]): UpdateBot[] => {
    const path = paths.find((candidate) => place.test(candidate));
    return path === undefined ? [] : [{ bot: 'other', path, enabled: true, ecosystems, directories: [] }];
  });
  const workflows = paths.filter(runsUpdates).slice(0, workflowsMax);
  const bots: UpdateBot[] = [];
  await repository.read([...placed.map(({ path }) => path), ...workflows], (path, content) => {
    const bot = placed.find((candidate) => candidate.path === path);
    const text = content.state === 'text' ? content.text : null;
    if (bot !== undefined) bots.push({ ...bot, enabled: text === null || leavesUpdatesOn(path, text) });
    else if (text !== null) bots.push(...readUpdateActions(path, text));
  });
  return bots;
}

function collected(bots: readonly UpdateBot[], unread: readonly string[], files: number): Collected<'update-bots'> {
  const [first] = bots;
  if (first !== undefined) return { kind: 'update-bots', location: first.path, state: 'found', fact: { bots } };
  if (unread.length > 0) {
    return {
      kind: 'update-bots',
      location: 'tree of the commit',
      state: 'unavailable',
      because: unread.join('; '),
      resolve: 'Make the configuration of the update bot valid and readable',
    };
  }
  const lookedIn = `.github/dependabot.yml, ${renovatePlaces.join(', ')}, PyUp, Scala Steward, updatecli, Depfu, Mend and workflows that run an update service among all ${files} files`;
  return { kind: 'update-bots', location: 'tree of the commit', state: 'absent', lookedIn };
}
