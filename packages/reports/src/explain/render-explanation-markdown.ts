// SPDX-License-Identifier: Apache-2.0
import { renderLookUp } from '../catalog-list/render-look-up.ts';
import { markdownText } from '../markdown/markdown-text.ts';
import { plainStyle } from '../text/style.ts';
import { checkMarkdown } from './check-markdown.ts';
import type { Explanation } from './explanation.ts';
import { taskMarkdown } from './task-markdown.ts';

/** `explain --format markdown`: a page for a wiki or an issue. Text from outside makes no markup and mentions nobody. */
export function renderExplanationMarkdown(explanation: Explanation): string {
  switch (explanation.kind) {
    case 'check':
      return checkMarkdown(explanation);
    case 'task':
      return taskMarkdown(explanation);
    case 'id': {
      const { found, framework } = explanation;
      const meaning = renderLookUp(found, framework, { style: plainStyle, width: Number.POSITIVE_INFINITY });
      return `# ${markdownText(found.id)}\n\n${meaning.trim().split('\n').map(markdownText).join('\n')}\n`;
    }
  }
}
