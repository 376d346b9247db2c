// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse, Runner } from '@plumbline/core/facts/ci-pipelines';
import { pinOfImage } from '../external-pin.ts';
import { at, entriesOf, itemsOf, textAt, type YamlNode } from '../yaml/yaml-node.ts';

export type CircleRunner = {
  readonly runner: Runner;
  readonly runsOn: string;
  readonly images: readonly ExternalUse[];
};

/** Where a job runs, through its executor, and the images that it pulls. */
export function circleciRunner(job: YamlNode, document: YamlNode): CircleRunner {
  const named = textAt(job, 'executor') ?? textAt(job, 'executor', 'name');
  const executor = (named === undefined ? undefined : at(document, 'executors', named)) ?? job;
  const parameters = new Map(
    [...entriesOf(at(executor, 'parameters')), ...entriesOf(at(job, 'parameters'))].map(({ key, value }) => [
      key,
      textAt(value, 'default') ?? '',
    ]),
  );
  for (const { key, value } of entriesOf(at(job, 'executor'))) parameters.set(key, textAt(value) ?? '');
  const fill = (text: string): string =>
    text.replaceAll(/<<\s*parameters\.([\w-]{1,60})\s*>>/g, (whole, name: string) => parameters.get(name) || whole);
  const resource = textAt(job, 'resource_class') ?? textAt(executor, 'resource_class') ?? '';
  const docker = itemsOf(at(job, 'docker') ?? at(executor, 'docker'));
  const images = docker.flatMap((item): readonly ExternalUse[] => {
    const reference = fill(textAt(item, 'image') ?? '');
    return reference === '' ? [] : [{ kind: 'image', reference, pinnedBy: pinOfImage(reference), line: item.line }];
  });
  if (resource.includes('/')) return { runner: 'self-hosted', runsOn: resource, images };
  const [first] = images;
  if (first !== undefined) return { runner: 'container', runsOn: first.reference, images };
  const machine = at(job, 'machine') ?? at(executor, 'machine');
  const isHosted = machine !== undefined || at(job, 'macos') !== undefined || at(executor, 'macos') !== undefined;
  return { runner: isHosted ? 'hosted' : 'unknown', runsOn: textAt(machine, 'image') ?? named ?? '', images };
}
