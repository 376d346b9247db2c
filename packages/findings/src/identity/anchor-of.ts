// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { packageKey } from '../vulnerabilities/package-key.ts';
import type { AliasGraph } from '../vulnerabilities/alias-graph.ts';
import { checkOf } from '../weaknesses/check-of.ts';
import { classesOf } from '../weaknesses/classes-of.ts';
import type { Anchor } from './anchor.ts';
import { fingerprintText } from './fingerprint-text.ts';
import { assignedName, usedNames } from './names-in-code.ts';
import type { ContextOf, SourceContext } from './source-context.ts';
import { urlTemplate } from './url-template.ts';

export type AnchorSources = {
  readonly tool: string;
  readonly commit: string | null;
  readonly contextOf: ContextOf;
  readonly aliases: AliasGraph;
};

/** What identity and merging need of one result. */
export function anchorOf(result: ToolResult, { tool, commit, contextOf, aliases }: AnchorSources): Anchor {
  const { kind, rule, component, web } = result;
  const place = result.places?.[0];
  const source = place === undefined ? null : (contextOf(place, commit) ?? snippetContext(place.snippet));
  const named = { tool: tool.toLowerCase(), rule };
  const classes = classesIn(result, named);
  const isSecret = kind === 'secret' || classes.includes('hard-coded-credential');
  const { text, surroundings } = fingerprintText(isSecret, source);
  const key = component === undefined ? null : packageKey(component);
  const isRead = kind === 'code' || kind === 'secret';
  return {
    ...named,
    kind,
    classes,
    // Where a vulnerable function is called moves; the manifest that brings it does not
    path: (kind === 'component' ? component?.path : place?.path) ?? null,
    line: (kind === 'component' ? undefined : place?.startLine) ?? null,
    endLine: place?.endLine ?? null,
    column: place?.startColumn ?? null,
    symbol: place?.symbol ?? null,
    text,
    surroundings,
    assigns: isRead && source !== null ? assignedName(source.own) : null,
    uses:
      kind === 'code' && source !== null
        ? usedNames(source.own).filter((name) => !isSecret || name.length < 8 || !/\d/.test(name))
        : [],
    ownFingerprint: fingerprintOf(result),
    subject: kind === 'component' ? (key?.purl ?? key?.names[0] ?? '') : webSubject(web),
    names: key?.names ?? [],
    version: component?.version?.replace(/^[v=]+/, '') ?? null,
    method: web?.method?.toUpperCase() ?? null,
    vulnerabilities: vulnerabilitiesOf(result, aliases),
  };
}

function classesIn(result: ToolResult, named: { readonly tool: string; readonly rule: string }): readonly string[] {
  if (result.kind === 'configuration') return [checkOf(result.rule)];
  // A scanner of running applications numbers its rules: what they are called is their title
  const rule = result.kind === 'dynamic' ? result.title : result.rule;
  return classesOf({ tool: named.tool, rule, title: result.title, weaknesses: result.weaknesses ?? [] });
}

/** Where only the report has the text, that is taken; it has no neighbours. */
const snippetContext = (snippet: string | undefined): SourceContext | null =>
  snippet === undefined ? null : { before: [], own: snippet.split('\n', 20), after: [] };

const webSubject = (web: ToolResult['web']): string =>
  web === undefined ? '' : `${urlTemplate(web.url)}?${web.parameter ?? ''}`;

/** A fingerprint is one long word with a digit; `requires login` and its like are none. */
const fingerprint = /^(?=\D{0,300}\d)\S{12,300}$/;

function fingerprintOf({ fingerprints = {} }: ToolResult): string | null {
  const pairs = Object.entries(fingerprints).flatMap(([name, value]) =>
    fingerprint.test(value) ? [`${name}=${value}`] : [],
  );
  return pairs.length === 0 ? null : pairs.sort().join('\n');
}

/** One result is about one vulnerability, unless its ids are of several: then all of them count. */
function vulnerabilitiesOf({ kind, rule, vulnerabilities }: ToolResult, aliases: AliasGraph): readonly string[] {
  if (vulnerabilities === undefined) return kind === 'component' ? [aliases.canonical(rule)] : [];
  const [first = rule] = vulnerabilities;
  return [aliases.canonical(first)];
}
