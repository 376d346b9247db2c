// SPDX-License-Identifier: Apache-2.0
import type { UpdateBot } from '@plumbline/core/facts/update-bots';
import { botEcosystem } from './bot-ecosystems.ts';
import { parseJson5 } from './parse-json5.ts';
import { itemsIn, recordIn, recordsIn, textIn } from './read-json.ts';

/** Where Renovate looks for its configuration, in its order; the first that is there counts. package.json comes last. */
export const renovatePlaces: readonly string[] = [
  'renovate.json',
  'renovate.json5',
  '.github/renovate.json',
  '.github/renovate.json5',
  '.gitlab/renovate.json',
  '.gitlab/renovate.json5',
  '.forgejo/renovate.json',
  '.gitea/renovate.json',
  '.renovaterc',
  '.renovaterc.json',
  '.renovaterc.json5',
  'package.json',
];

/** Undefined: package.json without a `renovate` section. Null: it cannot be understood. */
export function readRenovate(path: string, text: string): UpdateBot | null | undefined {
  const parsed = recordIn(parseJson5(text));
  const config = path === 'package.json' ? recordIn(parsed?.['renovate']) : parsed;
  if (config === null) return path === 'package.json' ? undefined : null;
  const managers = itemsIn(config['enabledManagers']).flatMap((name) => textIn(name) ?? []);
  const ignoresAll = itemsIn(config['ignorePaths']).some((glob) => glob === '**' || glob === '**/*' || glob === '*');
  return {
    bot: 'renovate',
    path,
    enabled: config['enabled'] !== false && !ignoresAll && !isDisabledByPreset(config) && !isDisabledByRule(config),
    ecosystems: managers.length === 0 ? ['*'] : [...new Set(managers.map(botEcosystem))],
    directories: itemsIn(config['includePaths']).flatMap((glob) => textIn(glob) ?? []),
  };
}

function isDisabledByPreset(config: Readonly<Record<string, unknown>>): boolean {
  return itemsIn(config['extends']).some((preset) => preset === ':disableRenovate' || preset === ':disableUpdates');
}

/** A rule that matches every package and switches it off. */
function isDisabledByRule(config: Readonly<Record<string, unknown>>): boolean {
  const rules = recordsIn(config['packageRules']);
  const last = rules.findLast((rule) => {
    const matchers = Object.keys(rule).filter((key) => key.startsWith('match'));
    const all = itemsIn(rule['matchPackageNames'] ?? rule['matchPackagePatterns']).some(
      (name) => name === '*' || name === '**',
    );
    return typeof rule['enabled'] === 'boolean' && matchers.length === 1 && all;
  });
  const reEnables = rules.some((rule) => rule['enabled'] === true);
  return last?.['enabled'] === false && !reEnables;
}
