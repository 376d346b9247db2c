// SPDX-License-Identifier: Apache-2.0

/** How patterns are read, for the descriptions of the schema. */
export const patternWords = '`*` stands for anything within one part of a path, `**` for any number of parts';
