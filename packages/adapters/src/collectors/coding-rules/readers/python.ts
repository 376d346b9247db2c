// SPDX-License-Identifier: Apache-2.0
import { linesOf, lineOf } from '../../../platform/syntax/lines.ts';
import { memberAt, memberOf, membersOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { parseJsonWithComments } from '../../../platform/syntax/parse-json.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { fileName, type FoundRules, type RuleReader } from '../rule-reader.ts';

const languages = ['Python'];
const isProject = (path: string): boolean => fileName(path) === 'pyproject.toml';

/** The `key = value` lines of one section of an INI file; continued values are joined with a space. */
function iniSection(text: string, wanted: RegExp): ReadonlyMap<string, string> | null {
  const values = new Map<string, string>();
  let inside = false;
  let found = false;
  let key = '';
  for (const { text: line } of linesOf(text)) {
    if (/^\s*[#;]/u.test(line)) continue;
    const header = /^\[([^\]]{1,200})\]/u.exec(line)?.[1];
    if (header !== undefined) inside = wanted.test(header.trim());
    found ||= inside;
    if (!inside || header !== undefined) continue;
    const [, name, value = ''] = /^([\w.-]{1,100})\s*[=:]\s*(.*)$/u.exec(line) ?? [];
    if (name !== undefined) values.set((key = name.toLowerCase()), value.trim());
    else if (key !== '' && /^\s+\S/u.test(line))
      values.set(key, `${values.get(key) ?? ''} ${line.trim()}`.slice(0, 20_000));
  }
  return found ? values : null;
}

const mypyStrict = ['strict', 'disallow_untyped_defs', 'disallow_any_generics', 'disallow_incomplete_defs'];

/** mypy, pyright, basedpyright, Pyre and ty. */
export const pythonTypes: RuleReader = {
  matches: {
    names: [
      'pyproject.toml',
      'mypy.ini',
      '.mypy.ini',
      'setup.cfg',
      'pyrightconfig.json',
      '.pyre_configuration',
      'ty.toml',
    ],
  },
  read(text, path) {
    const name = fileName(path);
    if (name === 'pyrightconfig.json') {
      const document = parseJsonWithComments(text);
      return document.ok ? parsed([pyrightRules(document.value, lineOf(text, '"typeCheckingMode"'))]) : document;
    }
    if (name === '.pyre_configuration') {
      return parsed([
        { tool: 'pyre', languages, kind: /"strict"\s*:\s*true/u.test(text) ? 'strict' : 'style', line: 1 },
      ]);
    }
    if (name === 'ty.toml') return parsed([{ tool: 'ty', languages, kind: 'style', line: 1 }]);
    if (isProject(path)) return typesInProject(text);
    const section = iniSection(text, /^mypy$/u);
    if (section === null) return parsed([]);
    const strict = mypyStrict.some((key) => /^true$/iu.test(section.get(key) ?? ''));
    return parsed([{ tool: 'mypy', languages, kind: strict ? 'strict' : 'style', line: lineOf(text, '[mypy]') }]);
  },
};

function typesInProject(text: string): ReturnType<RuleReader['read']> {
  const document = parseToml(text);
  if (!document.ok) return parsed([]); // the dependency inventory says that it cannot be read
  const tools = memberOf(document.value, 'tool');
  const found: FoundRules[] = [];
  const mypy = memberOf(tools, 'mypy');
  if (mypy !== undefined) {
    const strict = mypyStrict.some((key) => memberOf(mypy, key) === true);
    found.push({ tool: 'mypy', languages, kind: strict ? 'strict' : 'style', line: lineOf(text, '[tool.mypy') });
  }
  for (const key of ['pyright', 'basedpyright']) {
    const pyright = memberOf(tools, key);
    if (pyright !== undefined) found.push({ ...pyrightRules(pyright, lineOf(text, `[tool.${key}`)), tool: key });
  }
  if (memberOf(tools, 'ty') !== undefined)
    found.push({ tool: 'ty', languages, kind: 'style', line: lineOf(text, '[tool.ty') });
  return parsed(found);
}

function pyrightRules(value: unknown, line: number): FoundRules {
  const strict =
    /^(?:strict|recommended|all)$/u.test(textOf(memberOf(value, 'typeCheckingMode')) ?? '') ||
    textsOf(memberOf(value, 'strict')).length > 0;
  return { tool: 'pyright', languages, kind: strict ? 'strict' : 'style', line };
}

/** Ruff, flake8 and pylint. Ruff's and flake8's S rules are Bandit's. */
export const pythonLint: RuleReader = {
  matches: {
    names: [
      'pyproject.toml',
      'ruff.toml',
      '.ruff.toml',
      '.flake8',
      'tox.ini',
      'setup.cfg',
      'pylintrc',
      '.pylintrc',
      'pylintrc.toml',
      '.pylintrc.toml',
    ],
  },
  read(text, path) {
    const name = fileName(path);
    if (name.includes('pylintrc')) return parsed([{ tool: 'pylint', languages, kind: 'style', line: 1 }]);
    if (!name.endsWith('.toml')) return parsed(flake8Rules(text));
    const document = parseToml(text);
    if (!document.ok) return isProject(path) ? parsed([]) : document;
    const tools = memberOf(document.value, 'tool');
    const found: FoundRules[] = [];
    const ruff = isProject(path) ? memberOf(tools, 'ruff') : document.value;
    if (ruff !== undefined) found.push(ruffRules(ruff, text));
    if (isProject(path) && memberOf(tools, 'pylint') !== undefined) {
      found.push({ tool: 'pylint', languages, kind: 'style', line: lineOf(text, '[tool.pylint') });
    }
    return parsed(found);
  },
};

function ruffRules(ruff: unknown, text: string): FoundRules {
  const places = [ruff, memberOf(ruff, 'lint')];
  const chosen = places.flatMap((place) => ['select', 'extend-select'].flatMap((key) => textsOf(memberOf(place, key))));
  const ignored = places.flatMap((place) =>
    ['ignore', 'extend-ignore'].flatMap((key) => textsOf(memberOf(place, key))),
  );
  const rule = chosen.find((code) => code === 'ALL' || /^S(?:\d{1,3})?$/u.test(code));
  const security = rule !== undefined && !ignored.includes('S');
  const line = lineOf(text, security ? `"${rule}"` : text.includes('[tool.ruff') ? '[tool.ruff' : 'select');
  return { tool: 'ruff', languages, kind: security ? 'security' : 'style', line };
}

function flake8Rules(text: string): readonly FoundRules[] {
  const section = iniSection(text, /^flake8$/u);
  if (section === null) return [];
  const chosen = `${section.get('select') ?? ''} ${section.get('extend-select') ?? ''}`.split(/[\s,]+/u);
  const security = chosen.some((code) => /^S(?:\d{1,3})?$/u.test(code)) || section.has('bandit-exclude');
  return [{ tool: 'flake8', languages, kind: security ? 'security' : 'style', line: lineOf(text, '[flake8]') }];
}

/** Bandit: every one of its rules is about security. */
export const bandit: RuleReader = {
  matches: {
    names: [
      'pyproject.toml',
      '.bandit',
      ...['yaml', 'yml', 'toml'].flatMap((end) => [`bandit.${end}`, `.bandit.${end}`]),
    ],
  },
  read(text, path) {
    const document = isProject(path) ? parseToml(text) : null;
    const configured =
      document === null || (document.ok && membersOf(memberAt(document.value, ['tool', 'bandit'])).length > 0);
    const line = isProject(path) ? lineOf(text, '[tool.bandit') : 1;
    return parsed(configured ? [{ tool: 'bandit', languages, kind: 'security', line }] : []);
  },
};
