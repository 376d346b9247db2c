// SPDX-License-Identifier: Apache-2.0
import { rmSync } from 'node:fs';
import { build, type Metafile } from 'esbuild';

/** Where the bundle is written, from the root of the repository. */
export const bundleFolder = 'packages/cli/bundle';

/** Parsers are native code: whose names begin so stay packages of their own. */
export const nativeScope = '@ast-grep/';

/**
 * Bundles the command: loading some hundred small modules one by one takes longer than most assessments. Reports and rare
 * commands stay files of their own, loaded when they are asked for. What it gives says which modules went in.
 */
export async function bundleCommand(folder: string = bundleFolder): Promise<Metafile> {
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: {
      main: 'packages/cli/src/main.ts',
      // Starts as a process of its own, beside whatever chunk starts it.
      'code-worker': 'packages/adapters/src/scanners/plumbline-code/worker/code-worker.ts',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    conditions: ['source'],
    external: [`${nativeScope}*`],
    // Packages in CommonJS ask for `require`, which an ES module does not have.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}
