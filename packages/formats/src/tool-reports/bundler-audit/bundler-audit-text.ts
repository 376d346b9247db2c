// SPDX-License-Identifier: Apache-2.0
import type { GivenResult } from '../create-result.ts';
import { gemResult, sourceResult } from './gem-result.ts';

const blocksMax = 100_000;
const field = /^(Name|Version|Advisory|CVE|GHSA|Criticality|URL|Title|Solution|Description): {0,20}(.*)$/;

/** The blocks of `bundle-audit check`: `Name: rack`, `Version: 1.6.13`, …, with an empty line between them. */
export function bundlerAuditTextResults(text: string): readonly GivenResult[] {
  const results: GivenResult[] = [];
  for (const block of text.split(/\r?\n[ \t]{0,20}\r?\n/, blocksMax)) {
    const fields = new Map(
      block.split(/\r?\n/).flatMap((line) => {
        const [, name = '', value = ''] = field.exec(line.slice(0, 4000)) ?? [];
        return name === '' ? [] : [[name, value.trim()] as const];
      }),
    );
    const source = /^Insecure Source URI found: (\S{1,500})/m.exec(block)?.[1];
    if (source !== undefined) results.push(sourceResult(source));
    if (fields.has('Name')) results.push(blockResult(fields));
  }
  return results;
}

function blockResult(fields: ReadonlyMap<string, string>): GivenResult {
  const text = (name: string): string | null => fields.get(name) || null;
  return gemResult({
    name: text('Name'),
    version: text('Version'),
    ids: [text('Advisory'), text('CVE'), text('GHSA')],
    criticality: text('Criticality'),
    title: text('Title'),
    message: text('Description') ?? text('Solution'),
    url: text('URL'),
    patched: [
      ...(text('Solution')
        ?.slice(0, 500)
        .matchAll(/'(?:~>|>=)?\s*(\d[\w.-]{0,40})/g) ?? []),
    ].map(([, version = '']) => version),
  });
}
