// SPDX-License-Identifier: Apache-2.0
import { memberOf, membersOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { lineOf } from '../../../platform/syntax/lines.ts';
import { parseJsonWithComments } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { withoutComments } from '../../../platform/syntax/without-comments.ts';
import { fileName, type FoundRules, type RuleReader } from '../rule-reader.ts';

const both = ['JavaScript', 'TypeScript'];

// plugins whose rules are about security
const securityPlugins =
  /eslint-plugin-(?:security|security-node|no-unsanitized|no-secrets|sonarjs|xss|scanjs-rules|anti-trojan-source|no-wildcard-postmessage)\b|@microsoft\/(?:eslint-plugin-)?sdl\b|["'`](?:plugin:)?(?:security|no-unsanitized|sonarjs|no-secrets|scanjs-rules|xss)["'`/:]/u;
const strictConfigs =
  /\bstrict(?:-type-checked|TypeChecked|TypeCheckedOnly|-type-checked-only)\b|configs\.strict\b|@typescript-eslint\/strict(?=["'`])|recommended-requiring-type-checking|recommended(?:-type-checked|TypeChecked)\b/u;

/** ESLint, flat and older configuration: code is not run, what it names is seen. */
export const eslint: RuleReader = {
  matches: {
    names: [
      ...['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `eslint.config.${ending}`),
      ...['', '.js', '.cjs', '.json', '.yaml', '.yml'].map((ending) => `.eslintrc${ending}`),
      'package.json',
    ],
  },
  read(text, path) {
    if (fileName(path) === 'package.json') return inPackage(text);
    const code = /\.ya?ml$/u.test(path) ? text.replaceAll(/(?:^|\s)#.*$/gmu, '') : withoutComments(text);
    return parsed(rulesIn(code, 1));
  },
};

function inPackage(text: string): ReturnType<RuleReader['read']> {
  const document = parseJsonWithComments(text);
  if (!document.ok) return parsed([]); // the dependency inventory says that it cannot be read
  const found: FoundRules[] = [];
  const config = memberOf(document.value, 'eslintConfig');
  if (config !== undefined) found.push(...rulesIn(JSON.stringify(config), lineOf(text, '"eslintConfig"')));
  for (const tool of ['xo', 'standard']) {
    if (memberOf(document.value, tool) !== undefined)
      found.push({ tool, languages: both, kind: 'style', line: lineOf(text, `"${tool}"`) });
  }
  return parsed(found);
}

function rulesIn(code: string, line: number): readonly FoundRules[] {
  const at = (pattern: RegExp) => (line === 1 ? lineOf(code, pattern.exec(code)?.[0] ?? '') : line);
  const found: FoundRules[] = [];
  if (securityPlugins.test(code))
    found.push({ tool: 'eslint', languages: both, kind: 'security', line: at(securityPlugins) });
  if (strictConfigs.test(code))
    found.push({ tool: 'eslint', languages: ['TypeScript'], kind: 'strict', line: at(strictConfigs) });
  return found.length > 0 ? found : [{ tool: 'eslint', languages: both, kind: 'style', line }];
}

/** biome.json: its group `security` counts when the file names it, or turns all rules on. */
export const biome: RuleReader = {
  matches: { names: ['biome.json', 'biome.jsonc', '.biome.json', '.biome.jsonc'] },
  read(text) {
    const document = parseJsonWithComments(text);
    if (!document.ok) return document;
    const linter = memberOf(document.value, 'linter');
    const rules = memberOf(linter, 'rules');
    if (memberOf(linter, 'enabled') === false) return parsed([]);
    const group = memberOf(rules, 'security');
    const security =
      memberOf(rules, 'all') === true ||
      group === 'error' ||
      membersOf(group).some(([, level]) => level !== 'off' && level !== false);
    return parsed([
      {
        tool: 'biome',
        languages: both,
        kind: security ? 'security' : 'style',
        line: lineOf(text, security ? '"security"' : '"linter"'),
      },
    ]);
  },
};

export const oxlint: RuleReader = {
  matches: {
    names: [
      '.oxlintrc.json',
      '.oxlintrc.jsonc',
      'oxlintrc.json',
      ...['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `oxlint.config.${ending}`),
    ],
  },
  read: (text) => parsed(text.trim() === '' ? [] : [{ tool: 'oxlint', languages: both, kind: 'style', line: 1 }]),
};

const strictBases =
  /@tsconfig\/(?:strictest|node|recommended|create-react-app|svelte|vite|next)|gts\/tsconfig|@vue\/tsconfig|@sindresorhus\/tsconfig|astro\/tsconfigs\/strict/u;

/** tsconfig.json and jsconfig.json: `strict`, or a published base that sets it. */
export const typescript: RuleReader = {
  matches: {
    endings: ['json'],
    // what a project generator copies out says nothing about its own code
    test: (path) =>
      /^(?:tsconfig(?:[.-][\w.-]{1,60})?|jsconfig)\.json$/u.test(fileName(path)) &&
      !/(?:^|\/)templates?(?:-[\w-]{1,60})?\//u.test(path),
  },
  read(text, path) {
    const document = parseJsonWithComments(text);
    if (!document.ok) return document;
    const options = memberOf(document.value, 'compilerOptions');
    const bases = textsOf(memberOf(document.value, 'extends'));
    const strict = memberOf(options, 'strict');
    const parts = ['noImplicitAny', 'strictNullChecks'].map((key) => memberOf(options, key));
    const asked = strict === true || (strict !== false && bases.some((base) => strictBases.test(base)));
    const isStrict = asked ? !parts.includes(false) : parts.every((part) => part === true);
    const checksJavaScript = memberOf(options, 'checkJs') === true;
    const languages = [
      ...(checksJavaScript ? ['JavaScript'] : []),
      ...(fileName(path).startsWith('jsconfig') ? [] : ['TypeScript']),
    ];
    if (languages.length === 0 || options === undefined) return parsed([]);
    return parsed(
      isStrict
        ? [
            {
              tool: 'tsc',
              languages,
              kind: 'strict',
              line: lineOf(text, strict === true ? '"strict"' : '"compilerOptions"'),
            },
          ]
        : [],
    );
  },
};

export const flow: RuleReader = {
  matches: { names: ['.flowconfig'] },
  read: (text) =>
    parsed([
      {
        tool: 'flow',
        languages: ['JavaScript'],
        kind: /^\[strict\][ \t]{0,100}\n[ \t]{0,100}\w/mu.test(text) ? 'strict' : 'style',
        line: 1,
      },
    ]),
};

const trunkLanguages: { readonly [tool: string]: readonly string[] } = {
  eslint: both,
  bandit: ['Python'],
  ruff: ['Python'],
  mypy: ['Python'],
  'golangci-lint': ['Go'],
  clippy: ['Rust'],
  shellcheck: ['Shell'],
  'clang-tidy': ['C', 'C++'],
  rubocop: ['Ruby'],
  swiftlint: ['Swift'],
  detekt: ['Kotlin'],
  hadolint: ['Dockerfile'],
};

/** .trunk/trunk.yaml, read line by line: `- tool@version` under `enabled`. */
export const trunk: RuleReader = {
  matches: { names: ['trunk.yaml'], test: (path) => path.endsWith('.trunk/trunk.yaml') },
  read(text) {
    const enabled = [...text.matchAll(/^\s{2,8}- ([a-z][\w-]{1,40})@[\w.]{1,40}/gmu)];
    return parsed(
      enabled.flatMap(([whole, tool = '']): FoundRules[] => {
        const languages = trunkLanguages[tool];
        if (languages === undefined) return [];
        return [{ tool, languages, kind: tool === 'bandit' ? 'security' : 'style', line: lineOf(text, whole.trim()) }];
      }),
    );
  },
};
