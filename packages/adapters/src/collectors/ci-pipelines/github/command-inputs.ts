// SPDX-License-Identifier: Apache-2.0
import type { Inputs } from '../tools/recognize.ts';

type Source = { readonly inputs: readonly string[]; readonly before?: string };

const run = (...inputs: readonly string[]): Source => ({ inputs });
const args = (before: string, ...inputs: readonly string[]): Source => ({ inputs, before });

/** Actions that run what an input says, as a script or as the arguments of a program. */
const byAction: { readonly [action: string]: Source } = {
  'nick-fields/retry': run('command'),
  'nick-invision/retry': run('command'),
  'wandalen/wretry.action': run('command'),
  'actions-rs/cargo': args('cargo', 'command', 'args'),
  'clechasseur/rs-cargo': args('cargo', 'command', 'args'),
  'houseabsolute/actions-rust-cross': args('cargo', 'command', 'args'),
  'gabrielbb/xvfb-action': run('run'),
  'coactions/setup-xvfb': run('run'),
  'reactivecircus/android-emulator-runner': run('script'),
  'vmactions/freebsd-vm': run('run'),
  'vmactions/openbsd-vm': run('run'),
  'vmactions/netbsd-vm': run('run'),
  'vmactions/dragonflybsd-vm': run('run'),
  'vmactions/solaris-vm': run('run'),
  'vmactions/omnios-vm': run('run'),
  'cross-platform-actions/action': run('run'),
  'uraimo/run-on-arch-action': run('run'),
  'addnab/docker-run-action': run('run'),
  'devcontainers/ci': run('runCmd'),
  'pyvista/setup-headless-display-action': run('run'),
  'burrunan/gradle-cache-action': args('gradle', 'arguments'),
  'gradle/gradle-build-action': args('gradle', 'arguments'),
  'gradle/actions/setup-gradle': args('gradle', 'arguments'),
  'eskatos/gradle-command-action': args('gradle', 'arguments'),
  'borales/actions-yarn': args('yarn', 'cmd'),
  'pre-commit/action': args('pre-commit run', 'extra_args'),
  'j178/prek-action': args('prek run', 'extra-args'),
  'golangci/golangci-lint-action': args('golangci-lint run', 'args'),
  'astral-sh/ruff-action': args('ruff', 'args'),
  'goreleaser/goreleaser-action': args('goreleaser', 'args'),
  'azure/powershell': run('inlineScript'),
  'azure/cli': run('inlineScript'),
  'appleboy/ssh-action': run('script'),
  'magefile/mage-action': args('mage', 'args'),
  'workflow/nix-shell-action': run('script'),
  'xu-cheng/texlive-action': run('run'),
};

/** The script that an action's inputs make it run; null where it runs none that they tell. */
export function scriptOfAction(action: string, inputs: Inputs): string | null {
  const name = (action.toLowerCase().split('@', 1)[0] ?? '').replace(/^https?:\/\/[^/]+\//, '');
  const source = Object.hasOwn(byAction, name) ? byAction[name] : undefined;
  if (!source) return null;
  const values = source.inputs.map((input) => inputs.get(input) ?? '');
  const script = [source.before ?? '', ...values].join(' ').trim();
  return script === '' ? null : script;
}

/** Inputs that an action evaluates as a script: untrusted text in them is an injection. */
export function scriptInputs(action: string): readonly string[] {
  const name = (action.toLowerCase().split('@', 1)[0] ?? '').replace(/^https?:\/\/[^/]+\//, '');
  if (name === 'actions/github-script') return ['script'];
  const source = Object.hasOwn(byAction, name) ? byAction[name] : undefined;
  return source?.inputs ?? [];
}
