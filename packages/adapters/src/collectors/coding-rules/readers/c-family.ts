// SPDX-License-Identifier: Apache-2.0
import {
  buildFileKind,
  isGenerated,
  isPipelineFile,
  type CommentStyle,
} from '../../../platform/build-files/build-file-kind.ts';
import { switchesByLine } from '../../../platform/build-files/build-switches.ts';
import { codeLines } from '../../../platform/build-files/code-lines.ts';
import { linesOf, type Line } from '../../../platform/syntax/lines.ts';
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
const errors =
  /(?<![\w-])-Werror(?![\w=-])|(?<![\w./-])\/WX(?![\w:/.-])|\bwerror\s*=\s*true|WARNING_AS_ERROR["\s=:]{1,10}(?:ON|TRUE|1)\b|<TreatWarningAsError>\s*true/iu;
const probing =
  /CMAKE_REQUIRED_FLAGS|check_c(?:xx)?_compiler_flag\(\s*"-Werror|\[-Werror\]\s*\)|\bargs\s*:\s*\[|-fvisibility=hidden -Werror|AM_INIT_AUTOMAKE/iu;
// flags of builds that are not the usual one
const otherBuild = /_FLAGS_(?:DEBUG|COVERAGE|PROFILE|GCOV|[A-Z]{1,4}SAN)\b/u;
const strictMax = 20;

/** Compiler warnings of C and C++ build files. Only as errors are they strict: a warning fails nothing. */
export const cWarnings: RuleReader = {
  matches: {
    test: (path) =>
      buildFileKind(path) !== null &&
      !/(?:Cargo\.toml|\.cargo\/config|pyproject\.toml|\.spec$|build\.gradle)/u.test(path),
  },
  read(text, path) {
    const style = buildFileKind(path);
    if (style === null || isGenerated(text)) return parsed([]);
    const lines = warningLines(text, style);
    const strict = lines.filter(({ text: line }) => errors.test(line)).slice(0, strictMax);
    const base = { tool: 'cc', languages, through: 'build' } as const;
    if (strict.length > 0) {
      const switches = switchesByLine(text, style);
      const rules = strict.map(({ number }): FoundRules => {
        return { ...base, kind: 'strict', line: number, behind: switches.get(number) ?? [] };
      });
      const always = rules.find(({ behind = [] }) => behind.length === 0);
      return parsed(always === undefined ? rules : [always]);
    }
    const all = lines.find(({ text: line }) => warnings.test(line));
    return parsed(all === undefined ? [] : [{ ...base, kind: 'style', line: all.number }]);
  },
};

/** Pipelines that hand the compiler `-Werror`, or tell the build system to. */
export const cPipelines: RuleReader = {
  matches: { test: (path) => isPipelineFile(path) },
  read(text) {
    for (const { number, text: line } of codeLines(text, 'hash')) {
      if (inPipeline.test(line))
        return parsed([{ tool: 'cc', languages, kind: 'strict', line: number, through: 'build' }]);
    }
    return parsed([]);
  },
};

const inPipeline =
  /\b\w{0,30}C(?:XX|PP)?FLAGS\w{0,30}["']?\s?[:=].{0,300}(?<![\w-])-Werror(?![\w=-])|-Dwerror=true|--werror\b|-DCMAKE_COMPILE_WARNING_AS_ERROR=(?:ON|1|TRUE)\b/iu;

/** Lines that may set warnings, without those that ask a compiler what it knows, or tell automake of its own. */
function warningLines(text: string, style: CommentStyle): readonly Line[] {
  const lines = [...codeLines(text, style)];
  const asks = (index: number): boolean =>
    lines.slice(index, index + probeLines).some(({ text: next }) => compiles.test(next));
  return lines.filter(
    ({ text: line }, index) =>
      /-W|\/W|warn|error/iu.test(line) &&
      !probing.test(line) &&
      !otherBuild.test(line) &&
      !(style === 'm4' && line.includes('-Werror') && asks(index)),
  );
}

const probeLines = 8;
const compiles = /\bA[CX]_(?:COMPILE|LINK|RUN|PREPROC)_IFELSE|\bAC_TRY_\w+/u;
