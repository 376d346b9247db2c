// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { ReportOptions } from '@plumbline/reports/report-options';
import type { Terminal } from '../terminal/terminal.ts';

export type ReportFormat = 'text' | 'json' | 'html' | 'markdown' | 'sarif' | 'oscal' | 'gemara';

type RenderOptions = { readonly format: ReportFormat; readonly verbose?: boolean; readonly output?: string };

/** Renders with the one renderer that is asked for; the others are not even loaded. */
export async function renderReport(
  assessment: Assessment,
  options: RenderOptions,
  terminal: Terminal,
): Promise<string> {
  return renderers[options.format](assessment, options, terminal);
}

const renderers: {
  readonly [F in ReportFormat]: (assessment: Assessment, options: RenderOptions, terminal: Terminal) => Promise<string>;
} = {
  text: async (assessment, { verbose, output }, { style, width }) => {
    const { renderText } = await import('@plumbline/reports/text/render-text');
    const { plainStyle } = await import('@plumbline/reports/text/style');
    return renderText(assessment, {
      actions: await firstActions(assessment),
      verbose: verbose ?? false,
      width,
      style: output === undefined ? style : plainStyle,
    });
  },
  json: async (assessment) => (await import('@plumbline/reports/json/render-json')).renderJson(assessment),
  html: async (assessment) =>
    (await import('@plumbline/reports/html/render-html')).renderHtml(assessment, {
      actions: await firstActions(assessment),
      help: await helpOfChecks(),
    }),
  markdown: async (assessment) =>
    (await import('@plumbline/reports/markdown/render-markdown')).renderMarkdown(assessment, {
      actions: await firstActions(assessment),
    }),
  sarif: async (assessment) =>
    (await import('@plumbline/reports/sarif/render-sarif')).renderSarif(assessment, { help: await helpOfChecks() }),
  oscal: async (assessment) => (await import('@plumbline/reports/oscal/render-oscal')).renderOscal(assessment),
  gemara: async (assessment) => (await import('@plumbline/reports/gemara/render-gemara')).renderGemara(assessment),
};

/** The first steps, for the reports that show them. */
async function firstActions(assessment: Assessment): Promise<NonNullable<ReportOptions['actions']>> {
  return (await import('../roadmap/plan-from-assessment.ts')).actionsOf(assessment);
}

/** What the guides say of every check, for the reports that explain themselves. */
async function helpOfChecks(): Promise<NonNullable<ReportOptions['help']>> {
  const { allChecks } = await import('@plumbline/practices/generated/checks');
  return Object.fromEntries(allChecks.map((check) => [check.id, check]));
}
