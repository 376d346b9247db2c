// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from './import-binding.ts';

/** One development endpoint as osquery or an MDM export shows it. Null: the export does not say. Host names are not kept. */
export type Endpoint = {
  readonly diskEncrypted: boolean | null;
  readonly patchedOn: string | null;
  readonly screenLock: boolean | null;
  readonly observedAt: string | null;
};
export type EndpointPosture = { readonly exports: readonly ImportBinding[]; readonly endpoints: readonly Endpoint[] };
