// SPDX-License-Identifier: Apache-2.0
import { splitCommands } from '../shell/split-commands.ts';
import { unwrapCommand } from '../shell/unwrap-command.ts';

const otherSide =
  /github\.event\.pull_request\.(?:head\.|merge_commit_sha)|github\.head_ref|github\.event\.workflow_run\.(?:head_sha|head_branch|head_commit|head_repository|pull_requests)|refs\/pull\/|(?:steps|needs)\.[\w.-]{1,80}\.outputs\.[\w-]{0,40}(?:head|pr[_-]?(?:sha|ref|branch)|commit|sha\b|ref\b|branch)/i;
const otherRef = /(?:^|[/:+])pull\/|github\.head_ref|pull_request\.head\.|workflow_run\.head_/i;
const taking = new Set(['checkout', 'switch', 'merge', 'reset', 'worktree', 'cherry-pick', 'rebase']);

/** Whether the `ref` and `repository` of a checkout name the code of the other side of a pull request. */
export function refIsOtherSide(text: string): boolean {
  return otherSide.test(text.slice(0, 2000));
}

/** Whether a script puts the code of the other side into the working tree; to fetch it without is harmless. */
export function scriptChecksOutOtherSide(script: string): boolean {
  let isFetched = false;
  for (const command of splitCommands(script)) {
    for (const { words } of unwrapCommand(command.words).commands) {
      const [program, ...args] = words;
      if ((program === 'gh' || program === 'hub') && args[0] === 'pr' && args[1] === 'checkout') return true;
      if (program !== 'git' || args.includes('--bare')) continue;
      const verb =
        args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-C' && args[index - 1] !== '-c') ?? '';
      const namesOther = args.some((arg) => otherRef.test(arg));
      if ((verb === 'pull' || verb === 'clone' || taking.has(verb)) && namesOther) return true;
      if (isFetched && taking.has(verb) && (args.includes('FETCH_HEAD') || verb !== 'merge') && !args.includes('-C'))
        return true;
      isFetched ||= verb === 'fetch' && namesOther;
    }
  }
  return false;
}
