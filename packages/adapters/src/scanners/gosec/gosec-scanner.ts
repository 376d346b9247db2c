// SPDX-License-Identifier: Apache-2.0
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { goEnvironment } from '../../platform/tools/go-environment.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForLanguages } from '../../platform/tools/plans.ts';

/**
 * Gosec reads no configuration unless told. `#nosec` comments stand in its report as suppressions. Loading the packages asks the
 * go program, which neither runs nor builds what it reads: no cgo, no other toolchain that a `go.mod` may ask for, and offline
 * no modules but those in the module cache.
 */
export const gosecScanner: Scanner = createToolScanner({
  id: 'gosec',
  title: 'weaknesses in Go code',
  tool: 'gosec',
  purposes: ['sast'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(15), memoryBytesMax: gibibytes(6) },
  programs: ['gosec'],
  install: 'take a release of gosec',
  version: { args: ['-version'], pattern: /Version: v?(\d+\.\d+\.\d+)/u, goModule: 'github.com/securego/gosec/v2' },
  format: 'gosec',
  plan: (target) => planForLanguages(target, ['Go']),
  command: ({ input, tree, folder, reportFile, version }) => ({
    args: ['-quiet', '-no-fail', '-track-suppressions', '-fmt=json', `-out=${reportFile}`, `${tree}/...`],
    report: 'file',
    environment: goEnvironment(folder, input.offline),
    ruleSet: builtIn('gosec', version),
  }),
  finished: [0],
});
