// SPDX-License-Identifier: Apache-2.0

/** How words are marked on a terminal. Plain text has functions that return what they are given. */
export type Style = { readonly [N in 'bold' | 'dim' | 'green' | 'red' | 'yellow' | 'cyan']: (text: string) => string };

const plain = (text: string): string => text;

export const plainStyle: Style = { bold: plain, dim: plain, green: plain, red: plain, yellow: plain, cyan: plain };
