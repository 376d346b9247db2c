// SPDX-License-Identifier: Apache-2.0

/** What every command about feeds takes. */
export type FeedsOption = { readonly feeds?: string };
