// SPDX-License-Identifier: Apache-2.0
import type { Pipeline } from '@plumbline/core/facts/ci-pipelines';
import type { CiSystem } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import { pinOfImage, uniqueUses } from '../external-pin.ts';
import { at, itemsOf, textAt, type YamlNode } from '../yaml/yaml-node.ts';
import { readStep } from './read-step.ts';
import { emptyScope } from './step-scope.ts';
import { publishes } from '../publishes.ts';

/** An action of the repository as a pipeline of its own: what it uses and evaluates, whoever calls it. */
export function readComposite(
  path: string,
  action: YamlNode,
  system: CiSystem,
  context: AnalysisContext,
): Pipeline | null {
  const using = textAt(action, 'runs', 'using');
  const image = textAt(action, 'runs', 'image');
  if (using === 'docker' && image?.startsWith('docker://')) {
    const line = at(action, 'runs', 'image')?.line ?? 1;
    return {
      ...frame(path, action, system),
      jobs: [],
      externalUses: [{ kind: 'image', reference: image, pinnedBy: pinOfImage(image), line }],
      releases: false,
    };
  }
  if (using !== 'composite') return null;
  const actionFolder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const scope = { ...emptyScope(context), depth: 1, actionFolder };
  const readings = itemsOf(at(action, 'runs', 'steps'))
    .slice(0, 300)
    .map((step) => readStep(step, scope));
  const steps = readings.map((reading) => reading.step);
  const job = {
    id: 'composite',
    line: at(action, 'runs')?.line ?? 1,
    runner: 'unknown',
    runsOn: '',
    mayFail: false,
    onPullRequest: 'no',
    onPush: 'no',
    permissions: 'unset',
    usesSecrets: false,
    steps,
  } as const;
  return {
    ...frame(path, action, system),
    jobs: [job],
    externalUses: uniqueUses(readings.flatMap((reading) => reading.externalUses)),
    releases: publishes([job]),
  };
}

function frame(
  path: string,
  action: YamlNode,
  system: CiSystem,
): Pick<Pipeline, 'path' | 'system' | 'role' | 'triggers' | 'permissions' | 'name'> {
  const name = textAt(action, 'name');
  return {
    path,
    system,
    ...(name === undefined ? {} : { name }),
    role: 'composite',
    triggers: [],
    permissions: 'unset',
  };
}
