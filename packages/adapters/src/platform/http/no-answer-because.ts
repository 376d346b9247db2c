// SPDX-License-Identifier: Apache-2.0

/** Why `fetch` got no whole answer: a code of the system where there is one, and nothing of what was sent. */
export function noAnswerBecause(cause: unknown, timeoutMs: number): string {
  if (!(cause instanceof Error)) return 'no reason is given';
  if (cause.name === 'TimeoutError') return `no whole answer within ${timeoutMs / 1000} s`;
  const inner = cause.cause instanceof Error ? cause.cause : cause;
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.message.slice(0, 200);
}
