// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import { StepError } from '../step-error.ts';
import type { Step } from './step.ts';

export const installPackage: Step = {
  title: 'Installing the package in an empty folder, and trying it',
  run({ work, version, packageFile, installed: [node, ...program], released }) {
    const folder = join(work, 'installed');
    mkdirSync(folder);
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    runProgram(['npm', 'install', ...options, packageFile], { cwd: folder });
    const said = execFileSync(node, [...program, '--version'], { cwd: folder, encoding: 'utf8' }).trim();
    if (said !== version) throw new StepError(`the installed package says that it is ${said}, and not ${version}`, 1);
    const small = join(work, 'small');
    makeRepository(small);
    released('assess', small, '--offline', '--output', join(work, 'small.txt'));
    // Its parsers are native: whether they load here, nothing else tells.
    released('scan', small, '--offline', '--with', 'plumbline-code');
  },
};

function makeRepository(folder: string): void {
  mkdirSync(folder);
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=Release', '-c', 'user.email=release@example.com', ...args], { cwd: folder });
  git('init', '--quiet');
  writeFileSync(join(folder, 'greet.py'), 'def greet(name):\n    return "Hello " + name\n');
  git('add', '--all');
  git('commit', '--quiet', '--no-gpg-sign', '--message', 'Greet');
}
