// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import type { ReportOptions } from '@plumbline/reports/report-options';
import type { Terminal } from '../terminal/terminal.ts';

export type ReportFormat = 'text' | 'json' | 'html' | 'markdown' | 'sarif' | 'oscal' | 'gemara';

/** What a report shows: the verdicts, and the first steps of the roadmap. */
export type Reported = { readonly assessment: Assessment; readonly actions: readonly RoadmapAction[] };

type RenderOptions = { readonly format: ReportFormat; readonly verbose?: boolean; readonly output?: string };

/** Renders with the one renderer that is asked for; the others are not even loaded. */
export async function renderReport(reported: Reported, options: RenderOptions, terminal: Terminal): Promise<string> {
  return renderers[options.format](reported, options, terminal);
}

const renderers: {
  readonly [F in ReportFormat]: (reported: Reported, options: RenderOptions, terminal: Terminal) => Promise<string>;
} = {
  text: async ({ assessment, actions }, { verbose, output }, { style, width }) => {
    const { renderText } = await import('@plumbline/reports/text/render-text');
    const { plainStyle } = await import('@plumbline/reports/text/style');
    return renderText(assessment, {
      actions,
      verbose: verbose ?? false,
      width,
      style: output === undefined ? style : plainStyle,
    });
  },
  json: async ({ assessment }) => (await import('@plumbline/reports/json/render-json')).renderJson(assessment),
  html: async ({ assessment, actions }) =>
    (await import('@plumbline/reports/html/render-html')).renderHtml(assessment, {
      actions,
      help: await helpOfChecks(),
    }),
  markdown: async ({ assessment, actions }) =>
    (await import('@plumbline/reports/markdown/render-markdown')).renderMarkdown(assessment, { actions }),
  sarif: async ({ assessment }) =>
    (await import('@plumbline/reports/sarif/render-sarif')).renderSarif(assessment, { help: await helpOfChecks() }),
  oscal: async ({ assessment }) => (await import('@plumbline/reports/oscal/render-oscal')).renderOscal(assessment),
  gemara: async ({ assessment }) => (await import('@plumbline/reports/gemara/render-gemara')).renderGemara(assessment),
};

/** What the guides say of every check, for the reports that explain themselves. */
async function helpOfChecks(): Promise<NonNullable<ReportOptions['help']>> {
  const { allChecks } = await import('@plumbline/practices/generated/checks');
  return Object.fromEntries(allChecks.map((check) => [check.id, check]));
}
