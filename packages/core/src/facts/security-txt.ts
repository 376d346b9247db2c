// SPDX-License-Identifier: Apache-2.0

/** A security.txt of the project's own (RFC 9116). Problems are clauses of the RFC that it breaks. */
export type SecurityTxt = {
  readonly path: string;
  readonly contacts: readonly string[];
  /** ISO 8601; null when missing, which breaks section 2.5.5. */
  readonly expires: string | null;
  readonly policy: string | null;
  readonly signed: boolean;
  readonly problems: readonly { readonly clause: string; readonly message: string; readonly line: number }[];
  readonly placeholder: boolean;
};
