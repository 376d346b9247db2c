// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { buildSignedHistory } from './build-signed-history.ts';
import { median, runMeasured } from './run-measured.ts';

const main = 'packages/cli/bundle/main.js';
/** Commits that git itself verifies for comparison, with one process of ssh-keygen or more for each. */
const sample = 50;
/** Verified commits a second of processor time, the start of the process included. */
const bar = 2000;

/** How many commits `verify --commits` verifies in a second, whole process, beside git's own verification. */
export async function benchCommits(commits: number, runs: number): Promise<void> {
  const { repository, policy, allowedSigners, remove } = buildSignedHistory(commits);
  try {
    const args = [main, 'verify', '--commits', 'HEAD', '--repository', repository, '--trust', policy];
    const measured = [];
    for (let run = 0; run < runs; run += 1) measured.push(await runMeasured(process.execPath, args));
    const wallMs = median(measured.map((one) => one.wallMs));
    const cpuMs = median(measured.map((one) => one.cpuMs ?? one.wallMs));
    const peakMiB = Math.max(...measured.map((one) => one.peakMiB ?? 0));
    const ids = execFileSync('git', ['-C', repository, 'rev-list', `--max-count=${sample}`, 'HEAD'], {
      encoding: 'utf8',
    });
    const git = ['-C', repository, '-c', `gpg.ssh.allowedSignersFile=${allowedSigners}`, 'verify-commit'];
    const started = performance.now();
    spawnSync('git', [...git, ...ids.trim().split('\n')], { stdio: 'ignore' });
    const gitMs = performance.now() - started;
    const [ours, gits] = [(commits / cpuMs) * 1000, (sample / gitMs) * 1000];
    console.log(
      `commits: ${commits} verified in ${wallMs.toFixed(0)} ms; ${ours.toFixed(0)} a second of processor time (at least ${bar}), ${peakMiB.toFixed(0)} MiB; git verify-commit: ${gits.toFixed(0)} a second`,
    );
  } finally {
    remove();
  }
}
