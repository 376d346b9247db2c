// SPDX-License-Identifier: Apache-2.0
import { parse, type SgNode } from '@ast-grep/napi';
import { allowedInSource } from '../../embedded/allowed-in-source.ts';
import { textLines } from '../../embedded/text-lines.ts';
import type { CallRule, CodeRule, FlowRule } from '../code-rule.ts';
import { codeRules } from '../code-rules.ts';
import { languageOf } from '../code-language.ts';
import { findCalls } from '../flow/find-calls.ts';
import { dialects } from '../flow/dialects.ts';
import { traceFlows } from '../flow/trace-flows.ts';
import type { AnalysisReply, AnalysisRequest, FoundCode, FoundPlace } from './analysis.ts';
import { registerGrammars } from './grammars.ts';

const snippetMax = 300;
const foundMax = 500;

/** Parses a file and applies the rules to it. Never throws: hostile content is a reason. */
export function analyseFile(request: AnalysisRequest): AnalysisReply {
  try {
    registerGrammars();
    const root = parse(request.grammar, request.text).root();
    const lines = textLines(request.text);
    const rules = request.rules.flatMap((index) => codeRules[index] ?? []);
    const seen = new Set<string>();
    const found: FoundCode[] = [];
    for (const { rule, nodes } of matches(root, rules, request)) {
      const [first, ...others] = nodes.map(placeOf);
      const key = `${rule.id}:${first?.startLine}`;
      if (first === undefined || seen.has(key) || found.length >= foundMax) continue;
      seen.add(key);
      const suppressed = allowedInSource(lines, first.startLine, `plumbline:allow ${rule.id}`);
      found.push({
        rule: codeRules.indexOf(rule),
        places: [first, ...others],
        ...(suppressed === null ? {} : { suppressed }),
      });
    }
    return { state: 'analysed', found };
  } catch (error) {
    const because = error instanceof RangeError ? 'nested too deeply' : 'the parser refused it';
    return { state: 'failed', because };
  }
}

type Match = { readonly rule: CodeRule; readonly nodes: readonly SgNode[] };

function* matches(root: SgNode, rules: readonly CodeRule[], { grammar }: AnalysisRequest): Generator<Match> {
  const dialect = dialects[languageOf(grammar)];
  for (const rule of rules)
    if (rule.form === 'pattern') for (const node of root.findAll(rule.config)) yield { rule, nodes: [node] };
  const calls = rules.filter((rule): rule is CallRule => rule.form === 'call');
  if (calls.length > 0) for (const { rule, call } of findCalls(root, dialect, calls)) yield { rule, nodes: [call] };
  const flows = rules.filter((rule): rule is FlowRule => rule.form === 'flow');
  if (flows.length === 0) return;
  for (const { rule, sink, source } of traceFlows(root, dialect, flows))
    yield { rule, nodes: sink.id() === source.id() ? [sink] : [sink, source] };
}

function placeOf(node: SgNode): FoundPlace {
  const { start, end } = node.range();
  return {
    startLine: start.line + 1,
    endLine: end.line + 1,
    startColumn: start.column + 1,
    snippet: (node.text().slice(0, snippetMax).split('\n', 1)[0] ?? '').trimEnd(),
  };
}
