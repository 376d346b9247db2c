// SPDX-License-Identifier: Apache-2.0
import type { Patch } from '@plumbline/core/roadmap/patch';
import { newWorkflow } from '../../patching/new-workflow.ts';

/** TruffleHog over what a change adds. */
export const addSecretScanWorkflowPatch: Patch = {
  id: 'add-secret-scan-workflow',
  title: 'Look for secrets in every change',
  reads: () => [],
  write: (input) =>
    newWorkflow(input, {
      path: '.github/workflows/secrets.yml',
      tool: 'trufflehog',
      uses: ['actions/checkout@v7', 'trufflesecurity/trufflehog@v3'],
      notes: [
        'Scan the whole history once by hand: the workflow looks at what a change adds',
        'Turn on push protection too, where the forge has it',
      ],
      text: ([checkout = '', trufflehog = ''], branch) => `name: Secrets

on:
  push:
    branches: [${JSON.stringify(branch)}]
  pull_request:

permissions:
  contents: read

jobs:
  trufflehog:
    runs-on: ubuntu-latest
    steps:
      - uses: ${checkout}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${trufflehog}
`,
    }),
};
