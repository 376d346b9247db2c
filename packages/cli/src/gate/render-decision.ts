// SPDX-License-Identifier: Apache-2.0
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import type { GateVerifier } from '@plumbline/reports/gate/render-gate-statement';
import { plainStyle } from '@plumbline/reports/text/style';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';

export type GateFormat = 'text' | 'json' | 'markdown' | 'sarif' | 'junit' | 'annotations' | 'statement';

type Rendering = { readonly verbose: boolean; readonly toFile: boolean };

/** Who decides, in statements. */
export const verifier: GateVerifier = { version, uri: 'urn:plumbline:gate' };

/** Renders with the one renderer that is asked for; the others are not even loaded. */
export async function renderDecision(
  decision: GateDecision,
  format: GateFormat,
  terminal: Terminal,
  { verbose, toFile }: Rendering,
): Promise<string> {
  const renderers: { readonly [F in GateFormat]: () => Promise<string> } = {
    text: async () =>
      (await import('@plumbline/reports/gate/render-gate-text')).renderGateText(decision, {
        width: terminal.width,
        style: toFile ? plainStyle : terminal.style,
        verbose,
      }),
    json: async () => (await import('@plumbline/reports/print-json')).printJson({ schemaVersion: '1.0', ...decision }),
    markdown: async () => (await import('@plumbline/reports/gate/render-gate-markdown')).renderGateMarkdown(decision),
    sarif: async () => (await import('@plumbline/reports/gate/render-gate-sarif')).renderGateSarif(decision, version),
    junit: async () => (await import('@plumbline/reports/gate/render-gate-junit')).renderGateJunit(decision),
    annotations: async () =>
      (await import('@plumbline/reports/gate/render-gate-annotations')).renderGateAnnotations(decision),
    statement: () => renderStatement(decision),
  };
  return renderers[format]();
}

export async function renderStatement(decision: GateDecision): Promise<string> {
  return (await import('@plumbline/reports/gate/render-gate-statement')).renderGateStatement(decision, verifier);
}
