// SPDX-License-Identifier: Apache-2.0
import type { SourceLocation } from './source-location.ts';

/** A passage that names people or teams accountable for security (not a report mailbox). */
export type NamedRole = { readonly role: string; readonly holders: number; readonly at: SourceLocation };

/** What files of the tree (GOVERNANCE, MAINTAINERS, SECURITY_CONTACTS, OWNERS, SECURITY.md …) say about who is accountable. */
export type SecurityRolesFiles = {
  readonly named: readonly NamedRole[];
  readonly lookedAt: readonly string[];
  readonly placeholder: boolean;
};
