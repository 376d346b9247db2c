// SPDX-License-Identifier: Apache-2.0
import type { Follower } from './followed.ts';
import { joinPath } from './resolve-path.ts';

/** `mvn` without goals into the `defaultGoal` of pom.xml. */
export const followDefaultGoal: Follower = ({ args, directory, files }) => {
  const hasGoal = args.some(
    (arg, index) => !arg.startsWith('-') && !/^-(?:f|P|pl|T|s|am|o)$/.test(args[index - 1] ?? ''),
  );
  if (hasGoal) return null;
  const goals = files.derived(
    'default-goal',
    joinPath(directory, 'pom.xml'),
    (text) => /<defaultGoal>([^<]{1,500})<\/defaultGoal>/.exec(text)?.[1],
  );
  return goals === undefined ? null : [{ script: `mvn ${args.join(' ')} ${goals}`, directory }];
};
