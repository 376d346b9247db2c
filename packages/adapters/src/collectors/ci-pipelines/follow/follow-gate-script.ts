// SPDX-License-Identifier: Apache-2.0
import type { Follower } from './followed.ts';
import { followShellScript } from './follow-shell-script.ts';

/** `ci/gate.sh` of a checkout of Plumbline, wherever it lies: `/opt/plumbline/ci/gate.sh`, `$plumbline/ci/gate.sh`. */
export const isGateScript = (path: string): boolean => path.endsWith('plumbline/ci/gate.sh');

/** Our own script: read where it is in the tree, and known where it is not. */
export const followGateScript: Follower = (call) =>
  followShellScript(call) ?? [{ script: 'plumbline scan .\nplumbline gate .\n', directory: call.directory }];
