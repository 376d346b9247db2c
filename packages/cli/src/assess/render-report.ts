// SPDX-License-Identifier: Apache-2.0
import type { ReportOptions } from '@plumbline/reports/report-options';
import type { Terminal } from '../terminal/terminal.ts';
import type { Assessed } from './assess-target.ts';

export type ReportFormat = 'text' | 'json' | 'html' | 'markdown' | 'sarif' | 'oscal' | 'gemara';

type RenderOptions = { readonly format: ReportFormat; readonly verbose?: boolean; readonly output?: string };

/** Renders with the one renderer that is asked for; the others are not even loaded. */
export async function renderReport(assessed: Assessed, options: RenderOptions, terminal: Terminal): Promise<string> {
  return renderers[options.format](assessed, options, terminal);
}

const renderers: {
  readonly [F in ReportFormat]: (assessed: Assessed, options: RenderOptions, terminal: Terminal) => Promise<string>;
} = {
  text: async (assessed, { verbose, output }, { style, width, signal }) => {
    const { renderText } = await import('@plumbline/reports/text/render-text');
    const { plainStyle } = await import('@plumbline/reports/text/style');
    return renderText(assessed.assessment, {
      actions: await firstActions(assessed, signal),
      verbose: verbose ?? false,
      width,
      style: output === undefined ? style : plainStyle,
    });
  },
  json: async ({ assessment }) => (await import('@plumbline/reports/json/render-json')).renderJson(assessment),
  html: async (assessed, _, { signal }) =>
    (await import('@plumbline/reports/html/render-html')).renderHtml(assessed.assessment, {
      actions: await firstActions(assessed, signal),
      help: await helpOfChecks(),
    }),
  markdown: async (assessed, _, { signal }) =>
    (await import('@plumbline/reports/markdown/render-markdown')).renderMarkdown(assessed.assessment, {
      actions: await firstActions(assessed, signal),
    }),
  sarif: async ({ assessment }) =>
    (await import('@plumbline/reports/sarif/render-sarif')).renderSarif(assessment, { help: await helpOfChecks() }),
  oscal: async ({ assessment }) => (await import('@plumbline/reports/oscal/render-oscal')).renderOscal(assessment),
  gemara: async ({ assessment }) => (await import('@plumbline/reports/gemara/render-gemara')).renderGemara(assessment),
};

/** The first steps, for the reports that show them. */
async function firstActions(assessed: Assessed, signal: AbortSignal): Promise<NonNullable<ReportOptions['actions']>> {
  return (await import('../roadmap/plan-from-assessment.ts')).firstActions(assessed, signal);
}

/** What the guides say of every check, for the reports that explain themselves. */
async function helpOfChecks(): Promise<NonNullable<ReportOptions['help']>> {
  const { allChecks } = await import('@plumbline/practices/generated/checks');
  return Object.fromEntries(allChecks.map((check) => [check.id, check]));
}
