// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';
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
};
