// SPDX-License-Identifier: Apache-2.0

/** `governance`: who may bypass it can delete before; `compliance`: nobody can. */
export type LockMode = 'governance' | 'compliance';

/** Until when the server itself refuses to delete what is put: the end of that day, YYYY-MM-DD (UTC). */
export type ObjectLock = { readonly mode: LockMode; readonly until: string };

/** The headers that ask for it. */
export function lockHeaders(lock: ObjectLock | null): { readonly [name: string]: string } {
  if (lock === null) return {};
  return {
    'x-amz-object-lock-mode': lock.mode.toUpperCase(),
    'x-amz-object-lock-retain-until-date': `${lock.until}T23:59:59Z`,
  };
}
