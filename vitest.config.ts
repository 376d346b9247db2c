// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

/** The default run: everything that needs no server, no scanner and no network. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/full/**', '**/node_modules/**', '**/dist/**'],
    globalSetup: 'test/bundle-for-tests.ts',
    isolate: false,
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
