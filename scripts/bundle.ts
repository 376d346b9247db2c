// SPDX-License-Identifier: Apache-2.0
// Bundles the command into packages/cli/bundle: loading some hundred small modules one by one takes longer than most
// assessments. Reports and rare commands stay files of their own, loaded when they are asked for.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const outdir = 'packages/cli/bundle';
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: {
    main: 'packages/cli/src/main.ts',
    // Starts as a process of its own, beside whatever chunk starts it.
    'code-worker': 'packages/adapters/src/scanners/plumbline-code/worker/code-worker.ts',
  },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  conditions: ['source'],
  // Parsers are native code.
  external: ['@ast-grep/*'],
  // Packages in CommonJS ask for `require`, which an ES module does not have.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  sourcemap: true,
  logLevel: 'warning',
});
