// SPDX-License-Identifier: Apache-2.0

/** What is wrong with an expression, and where in it. Both count from 1. */
export type ExpressionFault = { readonly because: string; readonly line: number; readonly column: number };
