// SPDX-License-Identifier: Apache-2.0
import type { Job, Step } from '@plumbline/core/facts/ci-pipelines';
import type { CodingRuleSet } from '@plumbline/core/facts/coding-rules';
import type { SourceLocation } from '@plumbline/core/facts/source-location';
import { coversLanguage } from '../languages/language-family.ts';
import { shortText } from '../words/short-text.ts';
import type { ThreeValued } from './three-valued.ts';
import type { ToolRun } from './tool-runs.ts';

/**
 * Analysers of security defects that fail the job by themselves when they find one, by their ids in the tool catalog.
 * Those that only upload or print what they find (CodeQL, cppcheck …) enforce nothing by running.
 */
const failingAnalysers: ReadonlySet<string> = new Set([
  'bandit',
  'brakeman',
  'dotnet-security-analyzers',
  'eslint-security',
  'find-sec-bugs',
  'flake8-bandit',
  'gosec',
  'mobsfscan',
  'njsscan',
  'phpcs-security-audit',
  'psalm-taint',
  'security-code-scan',
  'semgrep',
  'slither',
  'sobelow',
]);

/** Tools whose strict settings hold whenever the code is compiled, which a build or a test does. Bundlers and test runners of TypeScript check no types. */
const compilers: ReadonlySet<string> = new Set([
  'c-compiler',
  'cc',
  'cargo',
  'clang',
  'cmake',
  'dotnet',
  'gcc',
  'go',
  'gradle',
  'javac',
  'kotlinc',
  'maven',
  'meson',
  'msbuild',
  'msvc',
  'rustc',
  'swift',
  'swiftc',
]);

/** How the rules of one language stand: which ones, where they are, and whether a pipeline enforces them. */
export type EnforcedRules = {
  readonly enforced: ThreeValued;
  readonly because: string;
  readonly rules: readonly SourceLocation[];
  readonly runs: readonly ToolRun[];
};

/**
 * Whether rules about security, or strict settings, for a language make a pipeline fail (doubtful case 16).
 * `unknown`: a pipeline runs a linter of many languages that may apply them, such as pre-commit or a collection of
 * linters, or what starts the pipeline is not in the repository.
 */
export function enforcedRules(
  language: string,
  ruleSets: readonly CodingRuleSet[],
  runs: readonly ToolRun[],
): EnforcedRules {
  const own = ruleSets.filter((set) => set.kind !== 'style' && coversLanguage(set.languages, language));
  const blocking = runs.filter((run) => canFail(run.job, run.step) && onSomeChange(run));
  const analysers = blocking.filter(
    ({ tool }) => failingAnalysers.has(tool.tool) && coversLanguage(tool.languages, language),
  );
  const direct = blocking.filter((run) => own.some((set) => holds(run, set)));
  const holding = [...direct, ...analysers];
  const rules = own.map(({ at }) => at);
  const [first] = holding;
  if (first !== undefined) {
    const set = own.find((candidate) => holds(first, candidate));
    const rule = set === undefined || set.tool === first.tool.tool ? '' : `${shortText(set.tool)} settings, `;
    const because = `${language}: ${rule}${shortText(first.tool.tool)} fails the job`;
    return { enforced: 'yes', because, rules, runs: holding };
  }
  const unclear = runs.filter(
    (run) =>
      canFail(run.job, run.step) &&
      perhapsOnChange(run) &&
      (own.some((set) => holds(run, set)) ||
        (failingAnalysers.has(run.tool.tool) && coversLanguage(run.tool.languages, language))),
  );
  if (unclear.length > 0) {
    const because = `${language}: ${shortText(unclear[0]?.tool.tool ?? '')} fails a job, but what starts the job is set elsewhere`;
    return { enforced: 'unknown', because, rules, runs: unclear };
  }
  if (own.length === 0) {
    const style = ruleSets.some((set) => coversLanguage(set.languages, language));
    const what = style ? 'only style rules' : 'no rules';
    return { enforced: 'no', because: `${language}: ${what} are configured`, rules, runs: [] };
  }
  const named = `${language}: ${shortText(own[0]?.tool ?? '')} (${shortText(own[0]?.kind ?? '')})`;
  const wrapped = blocking.filter(({ tool }) => tool.languages.includes('*') && tool.purposes.includes('lint'));
  if (wrapped.length > 0)
    return {
      enforced: 'unknown',
      because: `${named} may run inside ${shortText(wrapped[0]?.tool.tool ?? '')}`,
      rules,
      runs: wrapped,
    };
  return { enforced: 'no', because: `${named} is configured, but no blocking job runs it on changes`, rules, runs: [] };
}

const canFail = (job: Job, step: Step): boolean => !job.mayFail && !step.mayFail;
const onSomeChange = ({ on }: ToolRun): boolean => on.pullRequest === 'yes' || on.push === 'yes';

/** Of a Jenkinsfile, say, only the server knows when it runs. */
const perhapsOnChange = ({ on }: ToolRun): boolean => on.pullRequest === 'unknown' || on.push === 'unknown';

function holds({ tool }: ToolRun, set: CodingRuleSet): boolean {
  if (tool.tool === set.tool) return true;
  if (set.through === 'pre-commit') return tool.tool === 'pre-commit' || tool.tool === 'prek';
  if (set.kind !== 'strict' && set.through !== 'build') return false;
  const compiles = tool.purposes.some((purpose) => purpose === 'build' || purpose === 'test');
  const typeChecks =
    tool.purposes.includes('type-check') && set.languages.some((language) => coversLanguage(tool.languages, language));
  return (compiles && (set.through === 'build' || compilers.has(set.tool))) || typeChecks;
}
