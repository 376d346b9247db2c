// SPDX-License-Identifier: Apache-2.0
import { buildFileKind, isGenerated } from '../../../platform/build-files/build-file-kind.ts';
import { codeLines } from '../../../platform/build-files/code-lines.ts';
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { FoundRules, RuleReader } from '../rule-reader.ts';

const languages = ['C', 'C++'];
// groups of checks about memory and security; `-cert-*` takes them out again
const security = /(?:^|[\s,'"])(?:cert-|bugprone-|clang-analyzer-|\*(?:$|[\s,'"])|concurrency-|hicpp-)/u;

/** .clang-tidy: the list under `Checks`. */
export const clangTidy: RuleReader = {
  matches: { names: ['.clang-tidy'] },
  read(text) {
    let checks = '';
    let line = 1;
    let inside = false;
    for (const { number, text: raw } of linesOf(text)) {
      const said = raw.replace(/(?:^|\s)#.*$/u, '');
      if (/^\w/u.test(said)) inside = said.startsWith('Checks');
      if (inside && said.startsWith('Checks')) line = number;
      if (inside)
        checks = `${checks} ${said.replace(/^Checks:?/u, '').replace(/^\s*-\s(?=['"\w])/u, ' ')}`.slice(0, 50_000);
    }
    const kind = security.test(checks) ? 'security' : 'style';
    return parsed([{ tool: 'clang-tidy', languages, kind, line }]);
  },
};

const warnings = /(?<![\w-])-Wall(?![\w-])|(?<![\w./-])\/W4(?!\w)|\bwarning_level\s*=\s*(?:2|3|everything)/u;
const extra =
  /(?<![\w-])-(?:Wextra|W|Weverything|pedantic|Wpedantic)(?![\w-])|\bwarning_level\s*=\s*(?:2|3|everything)|(?<![\w./-])\/W4(?!\w)/u;
const errors =
  /(?<![\w-])-Werror(?![\w=-])|(?<![\w./-])\/WX(?![\w:/.-])|\bwerror\s*=\s*true|WARNING_AS_ERROR["\s=:]{1,10}(?:ON|TRUE|1)\b|<TreatWarningAsError>\s*true/iu;
const individual = /(?<![\w-])-W(?!error|no-|l,|a,|p,)[a-z][\w=+-]{2,60}/gu;
const probing =
  /CMAKE_REQUIRED_FLAGS|check_c(?:xx)?_compiler_flag\(\s*"-Werror|\[-Werror\]\s*\)|\bargs\s*:\s*\[|-fvisibility=hidden -Werror/iu;
const manyWarnings = 10;

/** Compiler warnings of C and C++ build files: all warnings with extra ones, many single ones, or as errors, are strict. */
export const cWarnings: RuleReader = {
  matches: {
    test: (path) =>
      buildFileKind(path) !== null &&
      !/(?:Cargo\.toml|\.cargo\/config|pyproject\.toml|\.spec$|build\.gradle)/u.test(path),
  },
  read(text, path) {
    const style = buildFileKind(path);
    if (style === null || isGenerated(text)) return parsed([]);
    const seen = { all: 0, extra: 0, errors: 0 };
    const single = new Set<string>();
    for (const { number, text: line } of codeLines(text, style)) {
      if (!/-W|\/W|warn|error/iu.test(line) || probing.test(line)) continue;
      if (seen.all === 0 && warnings.test(line)) seen.all = number;
      if (seen.extra === 0 && extra.test(line)) seen.extra = number;
      if (seen.errors === 0 && errors.test(line)) seen.errors = number;
      if (single.size < 100) for (const [flag] of line.matchAll(individual)) single.add(flag);
    }
    const strict = seen.errors || (seen.all > 0 && (seen.extra || (single.size >= manyWarnings ? seen.all : 0)));
    const line = strict || seen.all;
    if (!line) return parsed([]);
    const found: FoundRules = { tool: 'cc', languages, kind: strict ? 'strict' : 'style', line, through: 'build' };
    return parsed([found]);
  },
};
