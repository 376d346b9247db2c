// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

/** What installs or starts real tools: a browser, other people's servers and scanners. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['test/full/**/*.test.ts'],
    globalSetup: 'test/bundle-for-tests.ts',
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
