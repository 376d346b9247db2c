// SPDX-License-Identifier: Apache-2.0
/** Who is accountable for what (PO.2.1). `holders` are handles or addresses. */
export type RoleEntry = {
  readonly role: string;
  readonly responsibilities: readonly string[];
  readonly holders: readonly string[];
  readonly escalation: string | null;
};
export type RolesRecord = {
  readonly owner: string | null;
  readonly reviewedOn: string | null;
  readonly roles: readonly RoleEntry[];
};
