// SPDX-License-Identifier: Apache-2.0
import { severities } from '@plumbline/core/findings/severity';
import type { ToolResult } from '@plumbline/core/findings/tool-result';

const kinds: ReadonlySet<string> = new Set(['code', 'component', 'secret', 'configuration', 'dynamic']);
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/** What is wrong with a result, whichever parser made it: the contract of `ToolResult` as far as a machine can hold it to it. */
export function resultFaults(result: ToolResult): readonly string[] {
  const faults: string[] = [];
  const hold = (what: string, holds: boolean): void => {
    if (!holds) faults.push(what);
  };
  hold('kind', kinds.has(result.kind));
  hold('severity', severities.includes(result.severity));
  hold('rule', result.rule.trim() !== '' && result.rule.length <= 300);
  hold('title', result.title.trim() !== '' && result.title.length <= 300 && !/[\r\n]/.test(result.title));
  hold('message', (result.message?.length ?? 0) <= 4000);
  for (const { path, startLine } of result.places ?? []) {
    hold(`path ${path}`, !path.startsWith('/') && !path.split('/').includes('..') && !controls.test(path));
    hold('startLine', startLine === undefined || (Number.isSafeInteger(startLine) && startLine >= 1));
  }
  hold(
    'weaknesses',
    (result.weaknesses ?? []).every((id) => /^CWE-[1-9]\d*$/.test(id)),
  );
  hold(
    'component',
    result.kind !== 'component' || result.component !== undefined || result.vulnerabilities !== undefined,
  );
  hold('web', result.web === undefined || /^https?:\/\/[^?#]*(?:\?[^#=]*)?$/.test(result.web.url));
  hold('plain data', JSON.stringify(JSON.parse(JSON.stringify(result))) === JSON.stringify(result));
  return faults;
}
