// SPDX-License-Identifier: Apache-2.0

/** A document that tasks cite; `key` is what their references name. */
export type ReferenceDocument = { readonly key: string; readonly citation: string; readonly url: string };
