// SPDX-License-Identifier: Apache-2.0

// What SPDX has no member for is said in words that are written and read back alike.

export const completeDependencies: string = 'Every dependency that the product asks for itself is named.';

export const foundInPrefix: string = 'Found in: ';
