// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { configuredInCi } from '../../pipelines/configured-in-ci.ts';

// Doubtful case 4: a vulnerability check of dependencies; non-blocking counts. Update bots are not it.
export const scaConfigured: Check = defineCheck({
  id: 'sca-configured',
  question: 'Does a pipeline check the dependencies for known vulnerabilities?',
  scope: 'repository',
  needs: ['ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'A job that starts by itself compares the dependencies, or a built image, with a vulnerability database.',
    doesNotShow: 'Whether it blocks anything, how old its database is, or whether somebody acts upon what it finds.',
    resolve: 'Keep the pipelines in the tree: templates and called workflows from elsewhere cannot be read.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Run a vulnerability check of the dependencies (OSV-Scanner, Trivy, Grype, npm audit …) on pull requests and every day',
      'Let it fail the job at the thresholds of your policy',
    ],
    patch: 'add-sca-workflow',
  },
  answer({ 'ci-pipelines': item }) {
    return configuredInCi(item, {
      purposes: ['sca'],
      what: 'a vulnerability check of dependencies',
      mayBe: 'the forge’s own dependency alerts leave no file',
    });
  },
});
