// SPDX-License-Identifier: Apache-2.0
import type { Roadmap } from '@plumbline/core/roadmap/roadmap';
import { printJson } from '../print-json.ts';

/** The roadmap as it is; its schema is docs/generated/schemas/roadmap.schema.json. */
export function renderRoadmapJson(roadmap: Roadmap): string {
  return printJson(roadmap);
}
