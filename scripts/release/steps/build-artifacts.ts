// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StepError } from '../step-error.ts';
import type { Step } from './step.ts';

export const buildArtifacts: Step = {
  title: 'Building twice, apart from this machine',
  run({ tag, work, packageFile, sourceFile, plumbline }) {
    const command = ['npm', 'run', '--silent', 'package'];
    plumbline('build', '--reproduce', '--revision', tag, '--output', join(work, 'build'), '--', ...command);
    for (const path of [packageFile, sourceFile])
      if (!existsSync(path)) throw new StepError(`the build did not make ${path}`, 1);
  },
};
