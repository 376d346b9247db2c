// SPDX-License-Identifier: Apache-2.0
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
  text: async ({ assessment }, { verbose, output }, { style, width }) => {
    const { renderText } = await import('@plumbline/reports/text/render-text');
    const { plainStyle } = await import('@plumbline/reports/text/style');
    return renderText(assessment, {
      verbose: verbose ?? false,
      width,
      style: output === undefined ? style : plainStyle,
    });
  },
  json: async ({ assessment }) => (await import('@plumbline/reports/json/render-json')).renderJson(assessment),
};
