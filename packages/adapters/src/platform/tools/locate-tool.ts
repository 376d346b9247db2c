// SPDX-License-Identifier: Apache-2.0
import type { ScannerVersion } from '@plumbline/core/scanning/scanner';
import { findProgram } from './find-program.ts';
import type { ToolSpec } from './tool-spec.ts';

/** Where the program of a tool lies; else why there is none, and how to get it. */
export async function locateTool(
  spec: Pick<ToolSpec, 'programs' | 'install'>,
  untrustedFolders: readonly string[],
): Promise<string | Extract<ScannerVersion, { readonly state: 'missing' }>> {
  const found = await findProgram(spec.programs, untrustedFolders);
  if (found.state === 'found') return found.path;
  const because =
    found.refused === null
      ? `there is no ${spec.programs.join(' or ')} on the PATH`
      : `the only ${spec.programs[0]} lies inside of what is scanned, and nothing of that is run`;
  return { state: 'missing', because, resolve: `To have it, ${spec.install}` };
}
