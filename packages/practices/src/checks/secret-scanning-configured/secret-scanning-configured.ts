// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { configuredInCi } from '../../pipelines/configured-in-ci.ts';

// What the forge scans by itself cannot be seen in the tree and is said in the reason.
export const secretScanningConfigured: Check = defineCheck({
  id: 'secret-scanning-configured',
  question: 'Does a pipeline look for secrets in what is committed?',
  scope: 'repository',
  needs: ['ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'A job that starts by itself runs a secret scanner.',
    doesNotShow:
      'Whether the history is clean (no-secrets-in-history). A hook on developers’ machines is not seen here: it can be skipped.',
    resolve: 'Keep the pipelines in the tree: templates and called workflows from elsewhere cannot be read.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Run a secret scanner (Gitleaks, TruffleHog …) on pull requests',
      'Turn on secret scanning with push protection on the forge',
    ],
    patch: 'add-secret-scan-workflow',
  },
  answer({ 'ci-pipelines': item }) {
    return configuredInCi(item, {
      purposes: ['secret-scan'],
      what: 'a secret scanner',
      mayBe: 'the forge’s own secret scanning leaves no file',
    });
  },
});
