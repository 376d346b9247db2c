// SPDX-License-Identifier: Apache-2.0
import type { Explanation } from '@plumbline/reports/explain/explanation';
import type { Terminal } from '../terminal/terminal.ts';
import type { RunExplainOptions } from './run-explain.ts';

/** Renders with the one renderer that is asked for. */
export async function renderExplanation(
  explanation: Explanation,
  { format, output }: Pick<RunExplainOptions, 'format' | 'output'>,
  { width, style }: Terminal,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('@plumbline/reports/explain/render-explanation-json')).renderExplanationJson(explanation);
    case 'markdown':
      return (await import('@plumbline/reports/explain/render-explanation-markdown')).renderExplanationMarkdown(
        explanation,
      );
    case 'text': {
      const { renderExplanationText } = await import('@plumbline/reports/explain/render-explanation-text');
      const { plainStyle } = await import('@plumbline/reports/text/style');
      return renderExplanationText(explanation, { width, style: output === undefined ? style : plainStyle });
    }
  }
}
