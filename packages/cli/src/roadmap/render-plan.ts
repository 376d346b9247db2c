// SPDX-License-Identifier: Apache-2.0
import type { Roadmap } from '@plumbline/core/roadmap/roadmap';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';

export type RoadmapFormat = 'text' | 'json' | 'markdown' | 'oscal';

type PlanOptions = { readonly format: RoadmapFormat; readonly verbose?: boolean; readonly output?: string };

/** Renders with the one renderer that is asked for. The plan's own day stands in the OSCAL document: same plan, same bytes. */
export async function renderPlan(
  roadmap: Roadmap,
  { format, verbose, output }: PlanOptions,
  terminal: Terminal,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('@plumbline/reports/roadmap/render-roadmap-json')).renderRoadmapJson(roadmap);
    case 'markdown':
      return (await import('@plumbline/reports/roadmap/render-roadmap-markdown')).renderRoadmapMarkdown(roadmap);
    case 'oscal': {
      const { renderOscalPoam } = await import('@plumbline/formats/oscal/render-oscal-poam');
      const { escapeObeyed } = await import('@plumbline/reports/print-json');
      return escapeObeyed(renderOscalPoam(roadmap, { modifiedAt: roadmap.asOf, toolVersion: version }));
    }
    case 'text': {
      const { renderRoadmapText } = await import('@plumbline/reports/roadmap/render-roadmap-text');
      const { plainStyle } = await import('@plumbline/reports/text/style');
      return renderRoadmapText(roadmap, {
        width: terminal.width,
        style: output === undefined ? terminal.style : plainStyle,
        verbose: verbose ?? false,
      });
    }
  }
}
