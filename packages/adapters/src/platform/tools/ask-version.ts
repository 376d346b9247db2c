// SPDX-License-Identifier: Apache-2.0
import type { ScannerVersion } from '@plumbline/core/scanning/scanner';
import { type Asking, callTool } from './call-tool.ts';
import { goBuildVersion } from './go-build-version.ts';
import type { ToolSpec } from './tool-spec.ts';

const versionTimeoutMs = 60_000;

/** What a tool says when it is asked which version it is, or what its program was built from. */
export async function askVersion(
  spec: Pick<ToolSpec, 'tool' | 'install' | 'version' | 'bounds'>,
  asking: Asking,
): Promise<ScannerVersion> {
  const { args, pattern, goModule } = spec.version;
  const bounds = { ...spec.bounds, timeoutMs: Math.min(versionTimeoutMs, spec.bounds.timeoutMs) };
  const answer = await callTool({ ...asking, args, bounds, spec: { tool: spec.tool, finished: [0] } });
  const resolve = `Install ${spec.tool} again: ${spec.install}`;
  if (answer.state === 'failed') return { state: 'missing', because: `${asking.program}: ${answer.because}`, resolve };
  // Some write it to standard error.
  const said = pattern.exec(`${answer.stdout.toString('utf8').slice(0, 8192)}\n${answer.stderr}`)?.[1];
  const version = said ?? (goModule === undefined ? null : await goBuildVersion(asking.program, goModule));
  if (version !== null) return { state: 'found', version };
  return { state: 'missing', because: `${asking.program} does not say which version it is`, resolve };
}
