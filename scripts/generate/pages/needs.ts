// SPDX-License-Identifier: Apache-2.0
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import type { GeneratedFile } from '../write-generated.ts';
import { generatedNote } from './generated-note.ts';

/** What each collector must be given, and what it returns. */
export function needsPage(): GeneratedFile {
  const text = [
    '# Collectors and what they need',
    '',
    generatedNote('packages/adapters/src/collectors'),
    '',
    'No collector of this version needs the network or a token.',
    '',
    '| collector | looks at | needs | returns | time limit |',
    '|---|---|---|---|---|',
    ...allCollectors.map(
      ({ id, title, needs, kinds, timeoutMs }) =>
        `| \`${id}\` | ${title} | ${needs.join(', ')} | ${kinds.map((kind) => `\`${kind}\``).join(', ')} | ${timeoutMs / 1000} s |`,
    ),
    '',
  ].join('\n');
  if (allCollectors.some(({ needs }) => needs.includes('network') || needs.includes('forge-token'))) {
    throw new Error('docs/generated/collectors.md says that no collector needs the network: say which does');
  }
  return { path: 'docs/generated/collectors.md', text };
}
