// SPDX-License-Identifier: Apache-2.0
import { memberOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { lineOf } from '../../../platform/syntax/lines.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parseYaml } from '../../../platform/syntax/parse-yaml.ts';
import { parsed, type Parsed } from '../../../platform/syntax/parsed.ts';
import { fileName, type RuleReader } from '../rule-reader.ts';

const languages = ['Go'];

/** golangci-lint, versions 1 and 2: gosec is what makes its rules security rules. */
export const golangci: RuleReader = {
  matches: {
    endings: ['yaml', 'yml', 'toml', 'json'],
    test: (path) => /^\.golangci(?:[.-][\w-]{1,40})?\.(?:ya?ml|toml|json)$/u.test(fileName(path)),
  },
  read(text, path) {
    const document = parseAny(text, path);
    if (!document.ok) return document;
    const linters = memberOf(document.value, 'linters');
    const security = runsGosec(linters);
    return parsed([
      {
        tool: 'golangci-lint',
        languages,
        kind: security ? 'security' : 'style',
        line: lineOf(text, security ? 'gosec' : 'linters'),
      },
    ]);
  },
};

function parseAny(text: string, path: string): Parsed<unknown> {
  if (path.endsWith('.toml')) return parseToml(text);
  if (path.endsWith('.json')) return parseJson(text);
  const documents = parseYaml(text);
  return documents.ok ? parsed(documents.value[0]) : documents;
}

function runsGosec(linters: unknown): boolean {
  if (textsOf(memberOf(linters, 'disable')).includes('gosec')) return false;
  const all = memberOf(linters, 'enable-all') === true || textOf(memberOf(linters, 'default')) === 'all';
  return (
    all ||
    textsOf(memberOf(linters, 'enable')).includes('gosec') ||
    textsOf(memberOf(linters, 'presets')).includes('bugs')
  );
}

/** staticcheck.conf and revive.toml. */
export const goLint: RuleReader = {
  matches: { names: ['staticcheck.conf', 'revive.toml', '.revive.toml', '.gosec.json', 'gosec.json'] },
  read(text, path) {
    const name = fileName(path);
    if (name.includes('gosec')) return parsed([{ tool: 'gosec', languages, kind: 'security', line: 1 }]);
    const all = /^checks\s*=\s*\[\s*"all"/mu.test(text);
    return parsed([
      { tool: name.includes('revive') ? 'revive' : 'staticcheck', languages, kind: all ? 'strict' : 'style', line: 1 },
    ]);
  },
};
