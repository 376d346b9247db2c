// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse, Job, Step } from '@plumbline/core/facts/ci-pipelines';
import type { Elsewhere } from '../analysis-context.ts';
import { pinOfImage } from '../external-pin.ts';
import { expressionsIn } from '../expression/expressions-in.ts';
import { allOf, anyOf, type Ternary } from '../three-valued.ts';
import { at, itemsOf, scalarsOf, textAt, type YamlEntry, type YamlNode } from '../yaml/yaml-node.ts';
import { type Combination, crossed, variantsOf, githubMatrix } from './github-matrix.ts';
import { githubPermissions } from './github-permissions.ts';
import { githubImages, githubRunner } from './github-runner.ts';
import { conditionHolds, type Scenario } from './github-scenario.ts';
import { neverFails, readStep } from './read-step.ts';
import { resolvePath } from '../follow/resolve-path.ts';
import { type StepScope, withEnvironment } from './step-scope.ts';
import { untrustedOutputs } from './untrusted-outputs.ts';

export type JobReading = {
  readonly jobs: readonly Job[];
  readonly externalUses: readonly ExternalUse[];
  readonly elsewhere: readonly Elsewhere[];
};

/** How a job's steps run under the events that matter. */
export type JobRules = {
  readonly onPullRequest: Ternary;
  readonly onPush: Ternary;
  /** Scenarios of the events that start it with the rights of the base. */
  readonly privileged: readonly Scenario[];
  /** For step conditions: the scenarios of a pull request and of a push. */
  readonly pullRequest: Scenario;
  readonly push: Scenario;
};

const stepsMax = 500;

/** Reads a job that has steps of its own. */
export function readJob({ key, line, value: node }: YamlEntry, scope: StepScope, rules: JobRules): JobReading {
  const combinations = crossed(scope.combinations, githubMatrix(node));
  const base = withEnvironment(
    {
      ...scope,
      combinations,
      directory: textAt(node, 'defaults', 'run', 'working-directory') ?? scope.directory,
      shell: textAt(node, 'defaults', 'run', 'shell') ?? scope.shell,
    },
    at(node, 'env'),
  );
  const condition = textAt(node, 'if');
  const isDisabled = conditionHolds(condition, () => rules.push.lookup('unknown')) === 'no';
  const inner = { ...base, checkouts: ownCheckouts(node, base), untrustedOutput: untrustedOutputs(node) };
  const steps = isDisabled ? [] : itemsOf(at(node, 'steps')).slice(0, stepsMax);
  const readings = steps
    .map((step) => readStep(step, { ...inner, privileged: isPrivileged(step, rules) }))
    .map((reading, index) => ({ ...reading, step: narrowed(reading.step, steps[index], rules, combinations) }));
  const job: Job = {
    id: key,
    line: scope.callLine ?? line,
    ...githubRunner(node, base),
    ...(condition === undefined ? {} : { condition }),
    mayFail: neverFails(at(node, 'continue-on-error'), base),
    onPullRequest: rules.onPullRequest,
    onPush: rules.onPush,
    permissions: githubPermissions(node),
    usesSecrets: usesSecrets(node),
    ...environmentOf(node),
    steps: withCodeql(readings),
  };
  return {
    jobs: [job],
    externalUses: [...imagesOf(node, base), ...readings.flatMap((reading) => reading.externalUses)],
    elsewhere: readings.flatMap((reading) => reading.elsewhere),
  };
}

function isPrivileged(step: YamlNode, { privileged }: JobRules): boolean {
  return privileged.some(({ lookup }) => conditionHolds(textAt(step, 'if'), lookup) !== 'no');
}

/** A step whose own `if:` can never hold runs nothing; one that narrows its job says so. */
function narrowed(step: Step, node: YamlNode | undefined, rules: JobRules, combinations: readonly Combination[]): Step {
  const condition = textAt(node, 'if');
  if (condition === undefined) return step;
  const disabled = conditionHolds(condition, () => rules.push.lookup('unknown')) === 'no';
  if (disabled) return { ...step, tools: [], injections: [], checksOutUntrusted: false };
  const onPullRequest = allOf([rules.onPullRequest, holdsForSome(condition, rules.pullRequest, combinations)]);
  const onPush = allOf([rules.onPush, holdsForSome(condition, rules.push, combinations)]);
  return {
    ...step,
    ...(onPullRequest === rules.onPullRequest ? {} : { onPullRequest }),
    ...(onPush === rules.onPush ? {} : { onPush }),
  };
}

/** Whether a step's condition holds for some combination of the matrix on some operating system. */
function holdsForSome(condition: string, { lookup }: Scenario, combinations: readonly Combination[]): Ternary {
  const systems = /runner\.os/i.test(condition) ? ['Linux', 'Windows', 'macOS'] : ['Linux'];
  // Without a word of the matrix it holds for all combinations or for none.
  const differing = combinations.slice(0, /matrix/i.test(condition) ? 32 : 1);
  return anyOf(
    differing.flatMap((combination) =>
      systems.map((system) =>
        conditionHolds(condition, (path) =>
          path === 'runner.os'
            ? system
            : (combination.get(path) ?? (path.startsWith('matrix.') && combination.size > 0 ? null : lookup(path))),
        ),
      ),
    ),
  );
}

/** CodeQL's `analyze` counts only after an `init` in the same job, and for its languages. */
function withCodeql(
  readings: readonly { readonly step: Step; readonly codeql: readonly string[] | null }[],
): readonly Step[] {
  const languages = readings.flatMap((reading) => reading.codeql ?? []);
  const steps = readings.map((reading) => reading.step);
  const isSetUp = readings.some((reading) => reading.codeql !== null);
  return steps.map((step) => ({
    ...step,
    tools: step.tools.flatMap((tool) => {
      if (tool.tool !== 'codeql') return [tool];
      return isSetUp ? [{ ...tool, languages: [...new Set(languages)] }] : [];
    }),
  }));
}

function ownCheckouts(node: YamlNode, scope: StepScope): readonly string[] {
  return itemsOf(at(node, 'steps')).flatMap((step) => {
    const isCheckout = /(?:^|\/)checkout@/.test(textAt(step, 'uses') ?? '');
    const path = textAt(step, 'with', 'path');
    const repository = textAt(step, 'with', 'repository');
    const isOwn =
      repository === undefined ||
      repository.toLowerCase() === scope.context.origin?.slug.toLowerCase() ||
      /github\.repository\s*\}\}/.test(repository);
    if (!isCheckout || path === undefined || !isOwn) return [];
    return variantsOf(path, scope.combinations, scope.known).flatMap((variant) => {
      const resolved = resolvePath('', variant.replace(/^\$\{\{\s*github\.workspace\s*\}\}\/?/, ''));
      return resolved === null || resolved === '' ? [] : [resolved];
    });
  });
}

function imagesOf(node: YamlNode, scope: StepScope): readonly ExternalUse[] {
  return githubImages(node).flatMap((image) =>
    variantsOf(textAt(image) ?? '', scope.combinations, scope.known)
      .filter((reference) => reference !== '')
      .map((reference): ExternalUse => ({
        kind: 'image',
        reference,
        pinnedBy: pinOfImage(reference),
        line: scope.callLine ?? image.line,
      })),
  );
}

/** Whether a job names secrets beyond its own token. */
export function usesSecrets(node: YamlNode | undefined): boolean {
  if (textAt(node, 'secrets') === 'inherit') return true;
  return scalarsOf(node).some(({ text }) =>
    expressionsIn(text).some(({ source }) => /\bsecrets\s*(?:\.(?!github_token\b|\s)|\[|\))/i.test(source)),
  );
}

function environmentOf(node: YamlNode): { readonly environment?: string } {
  const environment = textAt(node, 'environment') ?? textAt(node, 'environment', 'name');
  return environment === undefined ? {} : { environment };
}
