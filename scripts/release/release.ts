// SPDX-License-Identifier: Apache-2.0
// npm run release: releases a tag of this project with its own commands (docs/guides/making-a-release.md). The first step that
// fails ends it.
import { openRelease } from './open-release.ts';
import { releaseOptions, type Stage } from './release-options.ts';
import { StepError } from './step-error.ts';
import { archiveRelease } from './steps/archive-release.ts';
import { askGate } from './steps/ask-gate.ts';
import { buildArtifacts } from './steps/build-artifacts.ts';
import { gatherRelease } from './steps/gather-release.ts';
import { installPackage } from './steps/install-package.ts';
import { listComponents } from './steps/list-components.ts';
import { signFiles } from './steps/sign-files.ts';
import type { Step } from './steps/step.ts';
import { verifyAsOutsider } from './steps/verify-as-outsider.ts';

/** Nothing is signed before it is built, let through by the gate, listed and tried; nothing is archived that does not verify. */
const steps: { readonly [S in Stage]: readonly Step[] } = {
  make: [buildArtifacts, askGate, listComponents, installPackage],
  sign: [signFiles, gatherRelease, verifyAsOutsider, archiveRelease],
};

try {
  const release = openRelease(releaseOptions(process.argv.slice(2)));
  for (const { title, run } of release.stages.flatMap((stage) => steps[stage])) {
    process.stderr.write(`\n== ${title}\n`);
    run(release);
  }
  const isSigned = release.stages.includes('sign');
  const done = isSigned ? `is released into ${release.files}` : `is made in ${release.output}, and not signed yet`;
  process.stderr.write(`\n${release.tag} ${done}\n`);
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  process.stderr.write(`\nrelease: ${error.message}\n`);
  process.exitCode = error.code;
}
