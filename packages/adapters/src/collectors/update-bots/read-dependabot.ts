// SPDX-License-Identifier: Apache-2.0
import type { UpdateBot } from '@plumbline/core/facts/update-bots';
import { parseYaml } from '../../platform/syntax/parse-yaml.ts';
import { botEcosystem } from './bot-ecosystems.ts';
import { itemsIn, recordIn, recordsIn, textIn } from './read-json.ts';

/**
 * The entries of a dependabot.yml. Those whose `open-pull-requests-limit` is 0 open no version updates: they come as a
 * bot of their own, for security updates only. Null where the file cannot be understood.
 */
export function readDependabot(path: string, text: string): readonly UpdateBot[] | null {
  const config = recordIn(tryYaml(text));
  if (config === null) return null;
  const updates = recordsIn(config['updates']);
  const open = updates.filter((update) => !isLimited(update));
  const limited = updates.filter(isLimited);
  return [
    ...(open.length > 0 || limited.length === 0 ? [botOf(path, open, false)] : []),
    ...(limited.length > 0 ? [botOf(path, limited, true)] : []),
  ];
}

function isLimited(update: Readonly<Record<string, unknown>>): boolean {
  return Number(update['open-pull-requests-limit'] ?? 5) === 0;
}

function botOf(
  path: string,
  updates: readonly Readonly<Record<string, unknown>>[],
  securityUpdatesOnly: boolean,
): UpdateBot {
  const ecosystems = updates.flatMap((update) => textIn(update['package-ecosystem']) ?? []).map(botEcosystem);
  const directories = updates
    .flatMap((update) => [update['directory'], ...itemsIn(update['directories'])])
    .flatMap((value) => textIn(value) ?? []);
  return {
    bot: 'dependabot',
    path,
    enabled: updates.length > 0,
    ecosystems: [...new Set(ecosystems)],
    directories: [...new Set(directories)],
    ...(securityUpdatesOnly ? { securityUpdatesOnly } : {}),
  };
}

/** Invalid YAML is null: Dependabot itself does nothing with it; the collector says that it cannot be read. */
function tryYaml(text: string): unknown {
  const parsed = parseYaml(text);
  return parsed.ok ? (parsed.value[0] ?? null) : null;
}
