// SPDX-License-Identifier: Apache-2.0
import { linesOf, lineOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { parseXml } from '../../../platform/syntax/parse-xml.ts';
import { fileName, type RuleReader } from '../rule-reader.ts';

const phpFile =
  /^(?:phpstan(?!-baseline)(?:[.-][\w-]{1,40})?\.neon(?:\.dist)?|psalm\.xml(?:\.dist)?|\.?phpcs(?:\.ruleset)?\.xml(?:\.dist)?|\.php-cs-fixer(?:\.dist)?\.php)$/u;

/** PHPStan (levels 8 and up are strict), Psalm (levels 1 and 2; taint analysis is security), PHP_CodeSniffer, Phan. */
export const php: RuleReader = {
  matches: {
    endings: ['neon', 'dist', 'xml', 'php'],
    test: (path) =>
      phpFile.test(fileName(path)) || /(?:^|\/)(?:\.phan\/config\.php|phpstan\/config\.neon)$/u.test(path),
  },
  read(text, path) {
    const languages = ['PHP'];
    const name = fileName(path);
    if (name.startsWith('phpstan') || name.endsWith('.neon')) return parsed(phpstan(text));
    if (name.startsWith('psalm')) {
      const document = parseXml(text);
      if (!document.ok) return document;
      const { attributes, line } = document.value;
      const taint = attributes.get('runTaintAnalysis') === 'true';
      const level = Number(attributes.get('errorLevel') ?? '2');
      return parsed([{ tool: 'psalm', languages, kind: taint ? 'security' : level <= 2 ? 'strict' : 'style', line }]);
    }
    const tool = name.includes('phpcs') ? 'phpcs' : name === 'config.php' ? 'phan' : 'php-cs-fixer';
    const security = tool === 'phpcs' && /ref="[^"]{0,100}Security/u.test(text);
    return parsed([{ tool, languages, kind: security ? 'security' : 'style', line: 1 }]);
  },
};

function phpstan(
  text: string,
): readonly { tool: string; languages: readonly string[]; kind: 'strict' | 'style'; line: number }[] {
  for (const { number, text: line } of linesOf(text)) {
    const level = /^\s*level:\s*["']?(max|\d{1,2})/u.exec(line)?.[1];
    if (level !== undefined)
      return [
        {
          tool: 'phpstan',
          languages: ['PHP'],
          kind: level === 'max' || Number(level) >= 8 ? 'strict' : 'style',
          line: number,
        },
      ];
  }
  return /^[ \t]{0,100}(?:parameters|includes):/mu.test(text)
    ? [{ tool: 'phpstan', languages: ['PHP'], kind: 'style', line: 1 }]
    : [];
}

/** RuboCop (its Security department counts where it is named), Brakeman, Sorbet, Steep. */
export const ruby: RuleReader = {
  matches: {
    names: [
      '.rubocop.yml',
      ...['yaml', 'yml'].flatMap((ending) => [`brakeman.${ending}`, `.brakeman.${ending}`]),
      'Steepfile',
      '.standard.yml',
      '.reek.yml',
      'config',
    ],
    test: (path) => fileName(path) !== 'config' || path.endsWith('sorbet/config'),
  },
  read(text, path) {
    const languages = ['Ruby'];
    const name = fileName(path);
    if (name === '.rubocop.yml') {
      const security = /^Security(?:\/\w+)?:/mu.exec(text)?.[0];
      const line = security === undefined ? 1 : lineOf(text, security);
      return parsed([{ tool: 'rubocop', languages, kind: security === undefined ? 'style' : 'security', line }]);
    }
    if (name.includes('brakeman')) return parsed([{ tool: 'brakeman', languages, kind: 'security', line: 1 }]);
    if (name === 'Steepfile') return parsed([{ tool: 'steep', languages, kind: 'strict', line: 1 }]);
    if (name === 'config') return parsed([{ tool: 'srb', languages, kind: 'style', line: 1 }]);
    return parsed([{ tool: name.includes('standard') ? 'standardrb' : 'reek', languages, kind: 'style', line: 1 }]);
  },
};

export const shell: RuleReader = {
  matches: { names: ['.shellcheckrc', 'shellcheckrc'] },
  read: () => parsed([{ tool: 'shellcheck', languages: ['Shell'], kind: 'style', line: 1 }]),
};

export const swift: RuleReader = {
  matches: { names: ['.swiftlint.yml', 'Package.swift'] },
  read(text, path) {
    if (fileName(path) === '.swiftlint.yml')
      return parsed([{ tool: 'swiftlint', languages: ['Swift'], kind: 'style', line: 1 }]);
    const strict = /-warnings-as-errors|StrictConcurrency|treatAllWarnings\(as: \.error\)|strictMemorySafety\(/u.exec(
      text,
    )?.[0];
    const kind = strict?.startsWith('strictMemory') === true ? 'security' : 'strict';
    return parsed(
      strict === undefined
        ? []
        : [{ tool: 'swiftc', languages: ['Swift'], kind, line: lineOf(text, strict), through: 'build' }],
    );
  },
};

/** Credo, Dialyzer and Sobelow. */
export const elixir: RuleReader = {
  matches: { names: ['.credo.exs', '.sobelow-conf', 'mix.exs'] },
  read(text, path) {
    const languages = ['Elixir'];
    const name = fileName(path);
    if (name === '.credo.exs') return parsed([{ tool: 'credo', languages, kind: 'style', line: 1 }]);
    if (name === '.sobelow-conf') return parsed([{ tool: 'sobelow', languages, kind: 'security', line: 1 }]);
    const dialyzer = /^[ \t]{0,100}dialyzer:/mu.exec(text)?.[0];
    return parsed(
      dialyzer === undefined
        ? []
        : [{ tool: 'dialyzer', languages, kind: 'strict', line: lineOf(text, dialyzer.trim()), through: 'build' }],
    );
  },
};

/** HLint, and `-Wall -Werror` of Cabal and hpack. */
export const haskell: RuleReader = {
  matches: { names: ['.hlint.yaml', '.hlint.yml', 'cabal.project'], endings: ['cabal'] },
  read(text, path) {
    const languages = ['Haskell'];
    if (fileName(path).startsWith('.hlint')) return parsed([{ tool: 'hlint', languages, kind: 'style', line: 1 }]);
    const strict = /^[ \t]{0,100}ghc-options:[^\n]{0,500}-Werror/mu.exec(text)?.[0];
    return parsed(
      strict === undefined
        ? []
        : [{ tool: 'ghc', languages, kind: 'strict', line: lineOf(text, strict.trim()), through: 'build' }],
    );
  },
};

const plain: { readonly [name: string]: readonly [tool: string, language: string] } = {
  '.luacheckrc': ['luacheck', 'Lua'],
  '.hadolint.yaml': ['hadolint', 'Dockerfile'],
  '.hadolint.yml': ['hadolint', 'Dockerfile'],
  '.tflint.hcl': ['tflint', 'HCL'],
  '.solhint.json': ['solhint', 'Solidity'],
  '.lintr': ['lintr', 'R'],
  '.perlcriticrc': ['perlcritic', 'Perl'],
  '.ameba.yml': ['ameba', 'Crystal'],
  'elvis.config': ['elvis', 'Erlang'],
  '.sqlfluff': ['sqlfluff', 'SQL'],
};

/** Linters of further languages whose configuration tells no more than that they are used. */
export const otherLint: RuleReader = {
  matches: { names: Object.keys(plain) },
  read(_, path) {
    const [tool, language] = plain[fileName(path)] ?? ['', ''];
    return parsed([{ tool, languages: [language], kind: 'style', line: 1 }]);
  },
};

/** analysis_options.yaml of Dart is YAML, but its switches are lines. */
export const dart: RuleReader = {
  matches: { names: ['analysis_options.yaml'] },
  read(text) {
    const strict = /^[ \t]{0,100}strict-(?:casts|inference|raw-types):\s*true/mu.exec(text);
    return parsed([
      {
        tool: 'dart',
        languages: ['Dart'],
        kind: strict === null ? 'style' : 'strict',
        line: strict === null ? 1 : lineOf(text, strict[0].trim()),
      },
    ]);
  },
};
