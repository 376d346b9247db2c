// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse, Job, Runner } from '@plumbline/core/facts/ci-pipelines';
import { pinOfImage } from '../external-pin.ts';
import { at, entriesOf, isTrue, itemsOf, scalarsOf, textAt, type YamlNode } from '../yaml/yaml-node.ts';
import { readAzureStep } from './azure-steps.ts';
import { type AzureItem, expandItems, type Expanding, filled } from './expand-templates.ts';

export type JobContext = {
  readonly document: YamlNode;
  readonly into: Expanding;
  readonly variables: ReadonlyMap<string, string>;
  readonly name: string;
};

const stepsMax = 400;

/** Reads one job; when it runs is for the caller, who knows its stage. */
export function readAzureJob(
  item: AzureItem,
  { document, into, variables, name }: JobContext,
): { readonly job: Job; readonly externalUses: readonly ExternalUse[] } {
  const { node, parameters, line } = item;
  const strategy = at(node, 'strategy');
  const deployments = entriesOf(strategy).flatMap(({ value }) =>
    ['preDeploy', 'deploy', 'routeTraffic', 'postRouteTraffic'].map((key) => at(value, key, 'steps')),
  );
  const inFile = node.path === into.path ? null : line;
  const steps = [at(node, 'steps'), ...deployments]
    .flatMap((list) => expandItems(list, 'steps', { parameters, line: inFile, depth: 1 }, into))
    .slice(0, stepsMax);
  const environment = textAt(node, 'environment') ?? textAt(node, 'environment', 'name');
  const condition = node === document ? undefined : textAt(node, 'condition');
  const image = textAt(node, 'container') ?? textAt(node, 'container', 'image');
  const isResource = itemsOf(at(document, 'resources', 'containers')).some(
    (resource) => textAt(resource, 'container') === image,
  );
  const reference = filled(image ?? '', parameters);
  return {
    job: {
      id: name,
      line,
      ...runnerOf(node, document, item),
      ...(condition === undefined ? {} : { condition }),
      mayFail: isTrue(at(node, 'continueOnError')),
      onPullRequest: 'unknown',
      onPush: 'unknown',
      permissions: 'unset',
      usesSecrets: usesSecrets(node),
      ...(environment === undefined ? {} : { environment }),
      steps: steps.flatMap((step) => readAzureStep(step, { context: into.context, path: into.path, variables }) ?? []),
    },
    externalUses:
      reference === '' || isResource
        ? []
        : [{ kind: 'image', reference, pinnedBy: pinOfImage(reference), line: at(node, 'container')?.line ?? line }],
  };
}

/** Microsoft's pools are hosted; any other named pool may be machines of one's own or scale sets: unknown. */
function runnerOf(node: YamlNode, document: YamlNode, { parameters }: AzureItem): Pick<Job, 'runner' | 'runsOn'> {
  const pool = at(node, 'pool') ?? at(document, 'pool');
  const fill = (text: string | undefined): string => filled(text ?? '', parameters);
  const image = fill(textAt(pool, 'vmImage'));
  if (image !== '') return { runner: 'hosted', runsOn: image };
  const name = fill(textAt(pool) ?? textAt(pool, 'name'));
  if (pool === undefined || /^(?:azure pipelines|hosted .*|server)$/i.test(name))
    return { runner: 'hosted', runsOn: name };
  const runner: Runner = name.toLowerCase() === 'default' ? 'self-hosted' : 'unknown';
  return { runner, runsOn: name };
}

/** Variable groups and service connections bring secrets in. */
function usesSecrets(node: YamlNode): boolean {
  if (itemsOf(at(node, 'variables')).some((item) => textAt(item, 'group') !== undefined)) return true;
  return scalarsOf(node).some(
    ({ text }) =>
      /\$\(\w{0,60}(?:token|password|secret|apikey|api_key|pat)\w{0,30}\)/i.test(text.slice(0, 20_000)) &&
      !/System\.AccessToken/i.test(text),
  );
}
