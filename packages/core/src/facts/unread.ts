// SPDX-License-Identifier: Apache-2.0

/** Something that was there but could not be read or understood, and why. Reports show these. */
export type Unread = { readonly path: string; readonly line?: number; readonly because: string };
