// SPDX-License-Identifier: Apache-2.0
import { buildTools } from './build-tools.ts';
import { lintTools } from './lint-tools.ts';
import { publishTools } from './publish-tools.ts';
import { sastTools } from './sast-tools.ts';
import { scaTools } from './sca-tools.ts';
import { scanTools } from './scan-tools.ts';
import { supplyTools } from './supply-tools.ts';
import { testTools } from './test-tools.ts';
import type { ToolWay } from './tool.ts';

/** The tool catalogue: every way of every tool that a pipeline step is recognised by. */
export const allTools: readonly ToolWay[] = [
  ...sastTools,
  ...scaTools,
  ...scanTools,
  ...testTools,
  ...lintTools,
  ...buildTools,
  ...supplyTools,
  ...publishTools,
];
