// SPDX-License-Identifier: Apache-2.0
import type { Follower } from './followed.ts';
import { followCake } from './follow-cake.ts';
import { followDefaultGoal } from './follow-default-goal.ts';
import { followMake } from './follow-make.ts';
import { followNox } from './follow-nox.ts';
import { followPackageScripts, followScriptRunner, followWorkspaceRunner } from './follow-package-scripts.ts';
import { followRake } from './follow-rake.ts';
import { followShellScript } from './follow-shell-script.ts';
import { followGateScript, isGateScript } from './follow-gate-script.ts';
import { followComposer, followJust, followPyproject, followTaskfile } from './follow-tasks.ts';
import { followTox } from './follow-tox.ts';

const byProgram: { readonly [program: string]: Follower } = {
  make: followMake,
  gmake: followMake,
  npm: followPackageScripts,
  yarn: followPackageScripts,
  pnpm: followPackageScripts,
  bun: followPackageScripts,
  turbo: followWorkspaceRunner,
  lerna: followWorkspaceRunner,
  nx: followWorkspaceRunner,
  'npm-run-all': followScriptRunner,
  'npm-run-all2': followScriptRunner,
  'run-s': followScriptRunner,
  'run-p': followScriptRunner,
  concurrently: followScriptRunner,
  tox: followTox,
  nox: followNox,
  just: followJust,
  task: followTaskfile,
  composer: followComposer,
  hatch: followPyproject,
  pdm: followPyproject,
  poe: followPyproject,
  rake: followRake,
  mvn: followDefaultGoal,
  dotnet: followCake,
};

/** What follows a program into the repository: by its name, or because it is a file of it. */
export function findFollower(program: string, path: string): Follower | null {
  if (Object.hasOwn(byProgram, program)) return byProgram[program] ?? null;
  if (isGateScript(path)) return followGateScript;
  return path.includes('/') || /\.(?:sh|bash|ps1)$/.test(path) ? followShellScript : null;
}
