// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import type { Step } from './step.ts';

/** What changed since the release before is held against the gate's policy, by the script that every change goes through. */
export const askGate: Step = {
  title: 'Scanning, and asking the gate',
  run({ repository, previous, work }) {
    const reports = join(work, 'reports');
    mkdirSync(reports);
    const base = process.env['PLUMBLINE_BASE'] ?? previous;
    runProgram(['sh', join(repository, 'ci', 'gate.sh')], {
      cwd: repository,
      env: { PLUMBLINE_REPORTS: reports, ...(base === null ? {} : { PLUMBLINE_BASE: base }) },
    });
  },
};
