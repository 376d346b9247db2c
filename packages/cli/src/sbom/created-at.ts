// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

/**
 * The moment that a bill says it is of: SOURCE_DATE_EPOCH (reproducible-builds.org), whole seconds, else that of what it
 * is made from. UTC, whole seconds. Throws `usage` when the variable is set to anything else.
 */
export function createdAt(effectiveAt: string, environment: { readonly [name: string]: string | undefined }): string {
  const epoch = environment['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return wholeSeconds(new Date(effectiveAt));
  if (!/^\d{1,11}$/u.test(epoch))
    throw new PlumblineError('usage', 'SOURCE_DATE_EPOCH is not a number of seconds', {
      next: 'Set it to seconds since 1970, or unset it',
    });
  return wholeSeconds(new Date(Number(epoch) * 1000));
}

function wholeSeconds(date: Date): string {
  return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00Z' : `${date.toISOString().slice(0, 19)}Z`;
}
