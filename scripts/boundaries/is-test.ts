// SPDX-License-Identifier: Apache-2.0

/** Test files and what only they use: it is not part of the build. */
export const isTest = (file: string): boolean =>
  file.endsWith('.test.ts') ||
  file.endsWith('/fixtures.ts') ||
  file.includes('/testing/') ||
  file.includes('/fixtures/');
