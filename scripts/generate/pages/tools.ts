// SPDX-License-Identifier: Apache-2.0
import { renderToolCatalog } from '@plumbline/adapters/collectors/ci-pipelines/tools/render-tool-catalog';
import type { GeneratedFile } from '../write-generated.ts';

/** The tools that are recognised in pipelines. */
export function toolsPage(): GeneratedFile {
  return { path: 'docs/generated/tools.md', text: renderToolCatalog() };
}
