// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../open-release.ts';
import { runProgram } from '../run-program.ts';
import { StepError } from '../step-error.ts';
import type { Step } from './step.ts';

/** The program of the package, as somebody has it who installed it. */
export function installedProgram({ work }: Release): readonly string[] {
  return [process.execPath, join(work, 'installed', 'node_modules', 'plumbline', 'bin', 'plumbline.js')];
}

export const installPackage: Step = {
  title: 'Installing the package in an empty folder, and trying it',
  run(release) {
    const { work, version, packageFile } = release;
    const folder = join(work, 'installed');
    mkdirSync(folder);
    runProgram(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', packageFile], {
      cwd: folder,
    });
    const [node = '', ...program] = installedProgram(release);
    const said = execFileSync(node, [...program, '--version'], { cwd: folder, encoding: 'utf8' }).trim();
    if (said !== version) throw new StepError(`the installed package says that it is ${said}, not ${version}`, 1);
    const small = join(work, 'small');
    makeRepository(small);
    runProgram([node, ...program, 'assess', '.', '--offline', '--output', join(work, 'small.txt')], { cwd: small });
    // The parsers are native: what does not load here would be missed by nothing else.
    runProgram([node, ...program, 'scan', '.', '--offline', '--output', join(work, 'small-scan.txt')], { cwd: small });
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
