// SPDX-License-Identifier: Apache-2.0
import { parse as parseToml } from 'smol-toml';
import { at, isTrue, textAt, textsOf, type YamlNode } from '../yaml/yaml-node.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { Refining } from './refine-tools.ts';
import { joinPath, resolvePath } from './resolve-path.ts';

const names = ['.golangci.yml', '.golangci.yaml', '.golangci.toml', '.golangci.json'];

/** Whether golangci-lint runs gosec: by flag, or by its configuration (v1 and v2). By default it does not. */
export function golangciHasGosec({ words, directory, files }: Refining): boolean {
  const flags = words.join(' ');
  if (/(?:^| )(?:-D|--disable)[ =][^ ]*\bgosec\b/.test(flags)) return false;
  if (/(?:^| )(?:-E|--enable)[ =][^ ]*\bgosec\b/.test(flags) || /--enable-all|--default[ =]all/.test(flags))
    return true;
  const asked = /(?:^| )(?:-c|--config)[ =]([^ ]+)/.exec(flags)?.[1];
  const candidates =
    asked === undefined || asked.includes('$')
      ? [...names.map((name) => joinPath(directory, name)), ...names]
      : [resolvePath(directory, asked) ?? ''];
  const path = candidates.find((candidate) => files.has(candidate));
  return path !== undefined && (files.derived('golangci', path, (text) => enables(path, text)) ?? false);
}

function enables(path: string, text: string): boolean {
  const linters = at(settingsOf(path, text), 'linters');
  if (textsOf(at(linters, 'disable')).includes('gosec')) return false;
  if (textsOf(at(linters, 'enable')).includes('gosec')) return true;
  if (isTrue(at(linters, 'enable-all')) || textAt(linters, 'default') === 'all') return true;
  return textsOf(at(linters, 'presets')).includes('bugs');
}

// TOML comes as YAML, since JSON is YAML: one reading for all three formats.
function settingsOf(path: string, text: string): YamlNode | undefined {
  const source = path.endsWith('.toml') ? tomlAsJson(text) : text;
  const parsed = parseYaml(path, source);
  return parsed.ok ? parsed.documents[0] : undefined;
}

function tomlAsJson(text: string): string {
  try {
    return JSON.stringify(parseToml(text), (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
  } catch {
    // A configuration that does not parse enables nothing beyond the default.
    return '{}';
  }
}
