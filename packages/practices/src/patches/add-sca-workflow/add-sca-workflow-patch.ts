// SPDX-License-Identifier: Apache-2.0
import type { Patch } from '@plumbline/core/roadmap/patch';
import { newWorkflow } from '../../patching/new-workflow.ts';

/** Dependency review on every pull request: a change that brings in a known vulnerability fails. */
export const addScaWorkflowPatch: Patch = {
  id: 'add-sca-workflow',
  title: 'Check the dependencies of every change for known vulnerabilities',
  reads: () => [],
  write: (input) =>
    newWorkflow(input, {
      path: '.github/workflows/dependency-review.yml',
      tool: 'dependency-review',
      uses: ['actions/checkout@v7', 'actions/dependency-review-action@v5'],
      notes: ['It looks at what a change adds; turn on Dependabot alerts for what is there already'],
      text: ([checkout = '', review = ''], branch) => `name: Dependency review

on:
  pull_request:
    branches: [${JSON.stringify(branch)}]

permissions:
  contents: read

jobs:
  dependency-review:
    runs-on: ubuntu-latest
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ${review}
        with:
          fail-on-severity: high
`,
    }),
};
