// SPDX-License-Identifier: Apache-2.0
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import type { AssessOptions } from './assess-target.ts';

/** What an assessment would look at, with what, and what nothing reads yet. */
export function planLines(target: string, options: AssessOptions): readonly string[] {
  const read = new Set<FactKind>(allCollectors.flatMap(({ kinds }) => kinds));
  const unread = (Object.keys(factSources) as FactKind[]).filter((kind) => !read.has(kind));
  const files = options.evidence ?? [];
  return [
    `Would assess ${target}: the network is ${options.offline ? 'never' : 'only'} used${options.offline ? '' : ' to clone a git URL'}.`,
    '',
    ...allCollectors.map(
      ({ id, title, needs, timeoutMs }) =>
        `${id.padEnd(24)} ${title} (needs ${needs.join(', ')}; at most ${timeoutMs / 1000} s)`,
    ),
    ...(files.length === 0 ? [] : ['', `Evidence files: ${files.join(', ')}`]),
    '',
    'Nothing reads these yet; what rests on them is unknown:',
    ...unread.map((kind) => `${kind.padEnd(24)} ${factSources[kind].resolve}`),
    '',
  ];
}
