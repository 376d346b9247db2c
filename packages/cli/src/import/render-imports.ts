// SPDX-License-Identifier: Apache-2.0
import { printJson } from '@plumbline/reports/print-json';
import { visibleLine } from '@plumbline/reports/visible-text';
import type { Terminal } from '../terminal/terminal.ts';
import type { ImportedFile } from './imported-file.ts';

/** One file after the other, with what it is, how many results, and to which commit it belongs. */
export function renderImports(files: readonly ImportedFile[], format: 'text' | 'json', terminal: Terminal): string {
  if (format === 'json') return printJson({ schemaVersion: '1.0', imports: files });
  if (files.length === 0) return 'Nothing was imported.\n';
  return `${files.map((file) => linesOf(file, terminal).join('\n')).join('\n')}\n`;
}

function linesOf(file: ImportedFile, { style }: Terminal): readonly string[] {
  const results = file.results === null ? '' : `, ${file.results === 1 ? 'one result' : `${file.results} results`}`;
  const known = file.known ? ' (known already)' : '';
  return [
    `${style.green('✓')} ${style.bold(visibleLine(file.file))}: ${visibleLine(file.what)}${results}${known}`,
    style.dim(`  ${commitWords(file)} · ${file.digest.slice(0, 19)}… · ${file.importedAt.slice(0, 19)}Z`),
    ...file.problems.map((problem) => `  ${style.yellow('!')} ${visibleLine(problem)}`),
  ];
}

function commitWords({ commit, boundBy }: ImportedFile): string {
  if (commit === null) return 'about no commit that anybody named (--commit REVISION)';
  const who = boundBy === 'caller' ? ', as the importer says' : '';
  return `about commit ${commit.slice(0, 12)}${who}`;
}
