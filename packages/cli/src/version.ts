// SPDX-License-Identifier: Apache-2.0
/** Version of the program, and of the procedures that it judges by. They change together with what a verdict means. */
export const version = '0.1.0';
export const proceduresVersion = '0.1.0';
