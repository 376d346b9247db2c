// SPDX-License-Identifier: Apache-2.0
import type { S3Clock } from './s3-clock.ts';

/** How often a request is made at most, the first time included. */
export const attemptsMax = 6;
const firstWaitMs = 200;
const waitMsMax = 20_000;

/** Faults of the server's own, which the next attempt may not meet. */
const passingStatuses: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);
const passingCodes: ReadonlySet<string> = new Set([
  'InternalError',
  'RequestTimeout',
  'ServiceUnavailable',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequests',
]);

/** Whether a server says that it did nothing, and may do it when it is asked again. */
export function isPassing(status: number, code: string): boolean {
  return passingStatuses.has(status) || passingCodes.has(code);
}

/** Whether it says that it did nothing because there is too much to do: then anything may be asked again. */
export function isTooMuch(status: number, code: string): boolean {
  return status === 429 || status === 503 || code === 'SlowDown';
}

/**
 * How long to wait before the attempt after this one, from 1: any time up to twice the bound before it, so that many clients do
 * not come back at once ("full jitter"); at least what the server asks for, in seconds, and never more than 20 s.
 */
export function waitMs(attempt: number, retryAfter: string | undefined, { random }: Pick<S3Clock, 'random'>): number {
  const bound = Math.min(waitMsMax, firstWaitMs * 2 ** (attempt - 1));
  const asked = /^\d{1,6}$/u.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : 0;
  return Math.min(waitMsMax, Math.max(asked, Math.floor(random() * bound)));
}
