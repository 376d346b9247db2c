// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What there can be many of in a repository. */
export type Many = 'commits' | 'sources' | 'workflows' | 'manifests' | 'documents';

type File = { readonly path: string; readonly text: string };

const filesOf: { readonly [M in Many]: (index: number) => readonly File[] } = {
  commits: () => [],
  sources: (index) => [
    { path: `src/area-${index % 97}/module-${index % 11}/file-${index}.ts`, text: `export const x${index} = 1;\n` },
    { path: `test/area-${index % 97}/file-${index}.test.ts`, text: `import fc from 'fast-check';\n` },
  ],
  workflows: (index) => [{ path: `.github/workflows/w-${index}.yml`, text: workflow(index) }],
  manifests: (index) => [
    {
      path: `packages/p-${index}/package.json`,
      text: JSON.stringify({ name: `p-${index}`, dependencies: { lodash: '^4.17.0', [`p-${index + 1}`]: '^1.0.0' } }),
    },
    { path: `services/s-${index}/requirements.txt`, text: `requests==2.32.0\nflask>=3.0\n` },
  ],
  documents: (index) => [
    {
      path: `docs/part-${index % 13}/page-${index}.md`,
      text: `# Page ${index}\n\nCode must validate input from users.\n\n## Security\n\nSee [design](page-${index + 1}.md).\n`,
    },
  ],
};

function workflow(index: number): string {
  return `name: w${index}
on:
  push: { branches: [main], paths: ['src/area-${index % 97}/**', '!**/*.md'] }
  pull_request:
jobs:
  test:
    runs-on: \${{ matrix.os }}
    strategy: { matrix: { os: [ubuntu-latest, windows-latest], node: [20, 22] } }
    steps:
      - uses: actions/checkout@v4
      - run: |
          npm ci --prefix part-${index}
          npm test -- --shard ${index}
      - if: \${{ matrix.node == 22 && github.event_name == 'push' }}
        run: npx eslint src/area-${index}
`;
}

/** Makes a bare repository with `count` of something, for `use`, and removes it. */
export async function withSynthetic<T>(many: Many, count: number, use: (path: string) => Promise<T>): Promise<T> {
  const path = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  try {
    await git(path, ['init', '--bare', '--quiet', '--initial-branch=main', path]);
    await git(path, ['fast-import', '--quiet'], history(many, count));
    return await use(path);
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

function* history(many: Many, count: number): Generator<string> {
  const start = 1_780_000_000;
  const commits = many === 'commits' ? count : 1;
  for (let index = 0; index < commits; index += 1) {
    const message = `Change ${index}\n\nReviewed-by: Somebody <somebody@example.com>\n`;
    yield `commit refs/heads/main\ncommitter A Person <a@example.com> ${start + index * 60} +0000\n`;
    yield `data ${message.length}\n${message}\n`;
    yield* blob({ path: `src/changed-${index % 50}.ts`, text: `export const change = ${index};\n` });
  }
  for (let index = 0; index < count; index += 1) for (const file of filesOf[many](index)) yield* blob(file);
}

function* blob({ path, text }: File): Generator<string> {
  yield `M 100644 inline ${path}\ndata ${text.length}\n${text}\n`;
}

async function git(path: string, args: readonly string[], input: Iterable<string> = []): Promise<void> {
  const child = spawn('git', ['-C', path, ...args], { stdio: ['pipe', 'ignore', 'inherit'] });
  const closed = once(child, 'close');
  for (const part of input) if (!child.stdin.write(part)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}`);
}
