// SPDX-License-Identifier: Apache-2.0
import type { Patch } from '@plumbline/core/roadmap/patch';
import { newWorkflow } from '../../patching/new-workflow.ts';

/** CodeQL's name of each language that it analyses without a build of the project's own. */
const codeqlLanguages: { readonly [language: string]: string } = {
  javascript: 'javascript-typescript',
  typescript: 'javascript-typescript',
  python: 'python',
  ruby: 'ruby',
  go: 'go',
  java: 'java-kotlin',
  kotlin: 'java-kotlin',
  'c#': 'csharp',
  csharp: 'csharp',
  c: 'c-cpp',
  'c++': 'c-cpp',
  cpp: 'c-cpp',
  rust: 'rust',
};

/** CodeQL over the main languages, on pull requests to and pushes to the default branch, and weekly. */
export const addSastWorkflowPatch: Patch = {
  id: 'add-sast-workflow',
  title: 'Analyse every change with CodeQL',
  reads: () => [],
  write(input) {
    const tree = input.evidence['repository-tree'];
    const known =
      tree?.state === 'found' ? tree.fact.languages.map(({ language }) => codeqlLanguages[language.toLowerCase()]) : [];
    const languages = [...new Set(known.flatMap((language) => language ?? []))].slice(0, 4);
    if (languages.length === 0)
      return { state: 'not-possible', because: 'CodeQL analyses none of the languages of this repository' };
    return newWorkflow(input, {
      path: '.github/workflows/codeql.yml',
      tool: 'codeql',
      uses: ['actions/checkout@v7', 'github/codeql-action@v4'],
      notes: [
        'Turn off the default set-up of code scanning, if it is on: the two exclude each other',
        'Make the check required once its first findings are triaged',
      ],
      text: ([checkout = '', codeql = ''], branch) => workflow({ checkout, codeql, branch, languages }),
    });
  },
};

type Parts = {
  readonly checkout: string;
  readonly codeql: string;
  readonly branch: string;
  readonly languages: readonly string[];
};

function workflow({ checkout, codeql, branch, languages }: Parts): string {
  return `name: CodeQL

on:
  push:
    branches: [${JSON.stringify(branch)}]
  pull_request:
    branches: [${JSON.stringify(branch)}]
  schedule:
    - cron: '17 4 * * 1'

permissions:
  contents: read

jobs:
  analyze:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write
    strategy:
      fail-fast: false
      matrix:
        language: [${languages.join(', ')}]
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ${codeql.replace('@', '/init@')}
        with:
          languages: \${{ matrix.language }}
          build-mode: ${languages.every((language) => language !== 'go') ? 'none' : "${{ matrix.language == 'go' && 'autobuild' || 'none' }}"}
      - uses: ${codeql.replace('@', '/analyze@')}
`;
}
