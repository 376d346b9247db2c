// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@plumbline/core/digest';
import type { ToolResult } from '@plumbline/core/findings/tool-result';

/**
 * Fingerprints by which a service knows a result again (§3.27.17): of what it is about and the text at its place, never of line
 * numbers, which move. Equal results of one run are told apart by their order.
 */
export function createResultFingerprints(): (result: ToolResult) => { readonly 'plumblineResult/v1': string } {
  const seen = new Map<string, number>();
  return (result) => {
    const base = digestOf(contentOf(result));
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return { 'plumblineResult/v1': `${base.slice('sha256:'.length)}:${count}` };
  };
}

function contentOf({ kind, rule, places, component, web, vulnerabilities, message }: ToolResult): object {
  const [place] = places ?? [];
  const text = place?.snippet ?? message ?? '';
  return {
    kind,
    rule,
    path: place?.path ?? component?.path ?? null,
    symbol: place?.symbol ?? null,
    component: component === undefined ? null : (component.purl ?? `${component.name}@${component.version ?? ''}`),
    vulnerabilities: vulnerabilities ?? [],
    web: web === undefined ? null : [web.url, web.method ?? '', web.parameter ?? ''],
    text: kind === 'component' ? '' : text.replaceAll(/\s+/gu, ' '),
  };
}
