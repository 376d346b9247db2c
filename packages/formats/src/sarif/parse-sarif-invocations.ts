// SPDX-License-Identifier: Apache-2.0
import { earliest, latest } from '../imports/earliest.ts';
import type { Problems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import { objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';

export type RunEnd = {
  readonly completed: boolean | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
};

/**
 * Whether the run says that it came to its end, and when. Without an invocation it says neither. Several invocations
 * (§3.14.11) all must have succeeded, and the run ended with the last one.
 */
export function parseSarifInvocations(run: JsonObject, place: string, problems: Problems): RunEnd {
  const invocations = objectsOf(run['invocations']);
  const ends = invocations.map((invocation, index) => endOf(invocation, `${place}.invocations[${index}]`, problems));
  const completed = new Set(ends.map((end) => end.completed));
  return {
    completed: ends.length === 0 ? null : completed.has(false) ? false : completed.has(null) ? null : true,
    startedAt: earliest(ends.map(({ startedAt }) => startedAt)),
    finishedAt: latest(ends.map(({ finishedAt }) => finishedAt)),
  };
}

function endOf(invocation: JsonObject, place: string, problems: Problems): RunEnd {
  const end = statedInstant(invocation['endTimeUtc'], `SARIF §3.20.8: ${place}.endTimeUtc`, problems);
  const start = statedInstant(invocation['startTimeUtc'], `SARIF §3.20.7: ${place}.startTimeUtc`, problems);
  return { completed: completedOf(invocation, place, problems), startedAt: start, finishedAt: end ?? start };
}

function completedOf(invocation: JsonObject, place: string, problems: Problems): boolean | null {
  const errors = objectsOf(invocation['toolExecutionNotifications']).filter(({ level }) => level === 'error').length;
  if (errors > 0) {
    problems.add(`SARIF §3.20.21: ${place} tells of ${errors} errors while the tool ran`);
    return false;
  }
  const died = textOf(invocation['processStartFailureMessage']) ?? textOf(invocation['exitSignalName']);
  if (died !== null) {
    problems.add(`SARIF §3.20.11: the process of ${place} did not start, or was killed`);
    return false;
  }
  const { executionSuccessful, exitCode } = invocation;
  if (typeof executionSuccessful === 'boolean') return executionSuccessful;
  problems.add(`SARIF §3.20.14: ${place}.executionSuccessful is missing`);
  // An exit code other than 0 tells a linter's findings from a failure in no tool-independent way.
  return exitCode === 0 ? true : null;
}
