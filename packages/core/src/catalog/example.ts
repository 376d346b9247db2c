// SPDX-License-Identifier: Apache-2.0

/** A notional implementation example. SP 800-218 §2: no example is required, and others are possible. */
export type Example = { readonly id: string; readonly number: number; readonly text: string };
