// SPDX-License-Identifier: Apache-2.0
import { exitCodeOf } from '@plumbline/cli/exit-codes';
import type { GeneratedFile } from '../write-generated.ts';
import { generatedNote } from './generated-note.ts';

/** Exit codes, and which error ends with which. */
export function errorsPage(): GeneratedFile {
  const rows = Object.entries(exitCodeOf).map(([code, exit]) => `| \`${code}\` | ${exit} |`);
  const text = [
    '# Exit codes and errors',
    '',
    generatedNote('packages/cli/src/exit-codes.ts'),
    '',
    '0 done or gate passed · 1 gate failed · 2 usage or input error · 3 could not assess: something needed was unavailable ·',
    '70 bug · 130 interrupted.',
    '',
    '| error | exit code |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n');
  return { path: 'docs/generated/errors.md', text };
}
