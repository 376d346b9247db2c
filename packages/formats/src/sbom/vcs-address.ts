// SPDX-License-Identifier: Apache-2.0
import type { BillSubject } from '@plumbline/core/sbom/bill-of-materials';

const scp = /^(?:(\w{1,40})@)?([A-Za-z0-9.-]{2,200}):([^:/][^:]{0,1000})$/;

/**
 * Address of the sources in the form of SPDX 2.3 §7.7, with the commit: `git+https://host/path@commit`. Null where no
 * repository is known, or it is no address that others can reach.
 */
export function vcsAddress({ repository, commit }: Pick<BillSubject, 'repository' | 'commit'>): string | null {
  if (repository === null) return null;
  const [, user, host, path] = scp.exec(repository) ?? [];
  const address = host === undefined ? repository : `ssh://${user === undefined ? '' : `${user}@`}${host}/${path}`;
  if (!/^(?:https?|ssh|git):\/\/[^\s@]{0,1000}(?:@[^\s@]{1,1000})?$/.test(address)) return null;
  return `git+${address}${commit === null ? '' : `@${commit}`}`;
}

/** The repository of such an address, without the commit; null where it is none. */
export function repositoryOfAddress(address: string | null): string | null {
  const [, repository] = /^(?:git\+)?([a-z+]{2,12}:\/\/[^\s]{1,2000}?)(?:@[0-9a-f]{7,64})?$/.exec(address ?? '') ?? [];
  return repository ?? null;
}
