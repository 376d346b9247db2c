// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { namedTool } from './named-tool.ts';

test.each([
  ['syft-1.4.0', 'syft', '1.4.0'],
  ['vexctl/v0.3.0', 'vexctl', '0.3.0'],
  ['trivy 0.50', 'trivy', '0.50'],
  ['cyclonedx-npm@1.19.3', 'cyclonedx-npm', '1.19.3'],
  ['sbom-tool', 'sbom-tool', null],
  ['spdx-java-v3', 'spdx-java', '3'],
  [null, null, null],
])('%s', (text, tool, toolVersion) => {
  expect(namedTool(text)).toEqual({ tool, toolVersion });
});
