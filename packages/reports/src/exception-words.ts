// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { ExceptionEntry } from '@plumbline/core/facts/records/exceptions-record';

/** An exception in one sentence: what, why, who asked for it and who approved it, until when. */
export function exceptionWords(exception: ExceptionEntry): string {
  const { id, concerns, reason, requestedBy, approvedBy, approvedOn, expires } = exception;
  const approved =
    approvedBy === null ? 'NOT APPROVED' : `approved by ${approvedBy}${approvedOn === null ? '' : ` on ${approvedOn}`}`;
  const until = expires === null ? 'NO EXPIRY' : `until ${expires}`;
  return `exception ${id} for ${concerns}: ${reason} (requested by ${requestedBy}, ${approved}, ${until})`;
}

/** A tailored answer in one sentence. */
export function tailoringWords({ check, task, reason, approvedBy }: Assessment['tailoring'][number]): string {
  return `left out: ${check} of ${task ?? 'every task'}: ${reason} (approved by ${approvedBy})`;
}
