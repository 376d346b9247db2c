// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';
import { registerDynamicLanguage } from '@ast-grep/napi';

/** Grammars that are packages of their own; JavaScript and TypeScript are part of the parser. */
const packages = ['c', 'csharp', 'go', 'java', 'php', 'python', 'ruby'] as const;

type Registration = Parameters<typeof registerDynamicLanguage>[0];

let registered = false;

/** Makes the grammars known to the parser; once in a process. */
export function registerGrammars(): void {
  if (registered) return;
  registered = true;
  const load = createRequire(import.meta.url);
  registerDynamicLanguage(
    // Each exports its registration as the whole module.
    Object.fromEntries(packages.map((name) => [name, load(`@ast-grep/lang-${name}`)])) as Registration,
  );
}
