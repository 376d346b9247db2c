// SPDX-License-Identifier: Apache-2.0
import type { ThreeValued } from './three-valued.ts';

/** What a step's condition says about the two events that bring in changes. */
export type ConditionOutcome = { readonly pullRequest: ThreeValued; readonly push: ThreeValued };

const both: ConditionOutcome = { pullRequest: 'yes', push: 'yes' };
const neither: ConditionOutcome = { pullRequest: 'no', push: 'no' };
const cannotTell: ConditionOutcome = { pullRequest: 'unknown', push: 'unknown' };

// Whole conditions, lower case, without spaces and with one kind of quote. What is not here cannot be told.
const known: { readonly [condition: string]: ConditionOutcome } = {
  'always()': both,
  'success()': both,
  '!cancelled()': both,
  true: both,
  'success()||failure()': both,
  'failure()': neither,
  'cancelled()': neither,
  false: neither,
  "github.event_name=='pull_request'": { pullRequest: 'yes', push: 'no' },
  "github.event_name!='pull_request'": { pullRequest: 'no', push: 'yes' },
  "github.event_name=='push'": { pullRequest: 'no', push: 'yes' },
  "github.event_name!='push'": { pullRequest: 'yes', push: 'no' },
  "github.event_name=='push'||github.event_name=='pull_request'": both,
  "github.event_name=='pull_request'||github.event_name=='push'": both,
  "github.event_name!='schedule'": both,
  "github.event_name=='schedule'": neither,
  "github.event_name=='workflow_dispatch'": neither,
  "github.event_name=='release'": neither,
  "github.ref=='refs/heads/main'": { pullRequest: 'no', push: 'yes' },
  "github.ref=='refs/heads/master'": { pullRequest: 'no', push: 'yes' },
};

// One leg of the job's own matrix, or one of its operating systems: the step runs in that leg.
const oneLeg = /^(?:matrix\.[a-z0-9_-]{1,64}|runner\.os)(?:[=!]='[^']{0,100}')?$/;

/**
 * Reads the few conditions whose outcome is the same for every change; everything else is unknown, never guessed.
 * A step without a condition runs whenever its job does.
 */
export function stepCondition(condition: string | undefined): ConditionOutcome {
  if (condition === undefined) return both;
  if (condition.length > 300) return cannotTell;
  const bare = condition.replaceAll(/\s+/g, '').replaceAll('"', "'").toLowerCase();
  const inner = bare.startsWith('${{') && bare.endsWith('}}') ? bare.slice(3, -2) : bare;
  return Object.hasOwn(known, inner) ? (known[inner] ?? cannotTell) : oneLeg.test(inner) ? both : cannotTell;
}
