// SPDX-License-Identifier: Apache-2.0

const lengthMax = 1000;

/** The words in which a VEX statement gives its reason or asks for an action; nothing where there are none. */
export function statementDetail(text: string | null | undefined): { readonly detail?: string } {
  return text === null || text === undefined ? {} : { detail: text.slice(0, lengthMax).toWellFormed() };
}
