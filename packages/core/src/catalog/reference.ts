// SPDX-License-Identifier: Apache-2.0

/**
 * What a task cites of one document, as printed: empty where the document is cited as a whole. `items` are the ids in
 * it when the document has ids.
 */
export type Reference = { readonly document: string; readonly text: string; readonly items?: readonly string[] };
