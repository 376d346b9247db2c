// SPDX-License-Identifier: Apache-2.0

/** Whether the last day of retention (YYYY-MM-DD, UTC) has not passed; null is without end. What is no day has passed. */
export function isRetained(until: string | null, asOf: string): boolean {
  return until === null || Date.parse(`${until}T23:59:59Z`) >= Date.parse(asOf);
}
