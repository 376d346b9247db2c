// SPDX-License-Identifier: Apache-2.0
import type { Layout } from '../catalog-list/layout.ts';
import { renderLookUp } from '../catalog-list/render-look-up.ts';
import type { Explanation } from './explanation.ts';
import { renderCheckExplanation } from './render-check-explanation.ts';
import { renderTaskExplanation } from './render-task-explanation.ts';

/** `explain --format text`: for a terminal. */
export function renderExplanationText(explanation: Explanation, layout: Layout): string {
  switch (explanation.kind) {
    case 'check':
      return renderCheckExplanation(explanation, layout);
    case 'task':
      return renderTaskExplanation(explanation, layout);
    case 'id':
      return renderLookUp(explanation.found, explanation.framework, layout);
  }
}
