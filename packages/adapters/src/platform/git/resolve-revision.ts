// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { runGit } from './run-git.ts';

const lengthMax = 500;

/** The full id of the commit that a revision means (gitrevisions), such as `HEAD~3`, a tag, `origin/main`. Throws `usage`. */
export async function resolveRevision(gitDirectory: string, revision: string, signal?: CancelSignal): Promise<string> {
  if (revision === '' || revision.length > lengthMax || /[\0\n]/.test(revision))
    throw new PlumblineError('usage', 'that is no revision of git');
  // Without --quiet: that is how git says that a name means several things.
  const args = [
    '-c',
    'core.warnAmbiguousRefs=true',
    'rev-parse',
    '--verify',
    '--end-of-options',
    `${revision}^{commit}`,
  ];
  const result = await runGit(gitDirectory, args, { signal });
  const id = result.stdout.toString().trim();
  if (result.code === 0 && /is ambiguous/u.test(result.stderr))
    throw new PlumblineError(
      'usage',
      `'${revision.slice(0, 100)}' is ambiguous here: a tag and a branch bear that name`,
      {
        next: 'Name it in full: refs/heads/NAME, refs/remotes/origin/NAME or refs/tags/NAME',
      },
    );
  if (result.code === 0 && /^[0-9a-f]{40,64}$/.test(id)) return id;
  throw new PlumblineError('usage', `there is no commit '${revision.slice(0, 100)}' here`, {
    next: 'Name a branch, tag or commit id; a shallow clone may not have it (git fetch --unshallow)',
  });
}
