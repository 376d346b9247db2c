// SPDX-License-Identifier: Apache-2.0
// npm run new -- check|task|collector|scanner|format NAME: writes a folder with what a part of that kind consists of, and a test
// that fails until it is filled in. NAME is kebab-case; a task is named by its number and slug: po-3-1-specify-toolchains.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

type NewPart = {
  readonly folder: (name: string) => string;
  readonly files: (name: string) => { readonly [file: string]: string };
};

const spdx = '// SPDX-License-Identifier: Apache-2.0\n';
const camel = (slug: string): string => slug.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const parts: { readonly [kind: string]: NewPart } = {
  check: { folder: (name) => `packages/practices/src/checks/${name}`, files: checkFiles },
  task: { folder: (name) => `packages/practices/src/${name.slice(0, 2)}/${name}`, files: taskFiles },
  collector: { folder: (name) => `packages/adapters/src/collectors/${name}`, files: collectorFiles },
  scanner: { folder: (name) => `packages/adapters/src/scanners/${name}`, files: scannerFiles },
  format: { folder: (name) => `packages/formats/src/${name}`, files: formatFiles },
};

/** The contract suite checks.test.ts finds the fixtures by itself and fails until they flip the answer. */
function checkFiles(name: string): { readonly [file: string]: string } {
  return {
    [`${name}.ts`]: `${spdx}import { unknown } from '@plumbline/core/answers/answers';
import { type Check, defineCheck } from '@plumbline/core/answers/check';

export const ${camel(name)}: Check = defineCheck({
  id: '${name}',
  question: '?',
  scope: 'repository',
  needs: ['repository-tree'],
  strength: 'observed',
  automation: 'automatic',
  guide: { shows: '', doesNotShow: '', resolve: '' },
  remedy: { effort: 'hours', steps: [''] },
  answer() {
    return unknown('nobody has written this check yet', 'Write its answer');
  },
});
`,
    'fixtures.ts': `${spdx}import type { CheckFixtures } from '../../testing/check-fixtures.ts';

export const fixtures: CheckFixtures = {
  facts: { 'repository-tree': { files: 1, sourceFiles: 1, languages: [], submodules: [], unread: [] } },
  flip: { kind: 'repository-tree', absent: true },
};
`,
  };
}

function taskFiles(name: string): { readonly [file: string]: string } {
  const [group = '', practice = '', task = ''] = name.split('-');
  return {
    [`${name}.ts`]: `${spdx}import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';

export const ${camel(name)}: TaskProcedure = defineTask({
  id: '${group.toUpperCase()}.${practice}.${task}',
  scope: ['repository'],
  // A task without a check does not compile.
  checks: [],
});
`,
  };
}

function collectorFiles(name: string): { readonly [file: string]: string } {
  return {
    [`${name}-collector.ts`]: `${spdx}import type { Collector } from '@plumbline/core/collecting/collector';

export const ${camel(name)}Collector: Collector = {
  id: '${name}',
  version: '1',
  title: '',
  kinds: ['${name}'],
  needs: ['tree'],
  timeoutMs: 30_000,
  collect: () => Promise.resolve([]),
};
`,
    [`${name}-collector.test.ts`]: `${spdx}import { expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { ${camel(name)}Collector } from './${name}-collector.ts';

test('says something about every kind that it declares', async () => {
  const collected = await ${camel(name)}Collector.collect(collectorInput({}));
  expect(collected.map(({ kind }) => kind)).toEqual(${camel(name)}Collector.kinds);
});
`,
  };
}

/** The registry test fails until docs/guides/scanning.md has its row, the full tests until it is run or named there. */
function scannerFiles(name: string): { readonly [file: string]: string } {
  return {
    [`${name}-scanner.ts`]: `${spdx}import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForFiles } from '../../platform/tools/plans.ts';

/** What it reads of the scanned folder by itself, and how it is kept from doing so. */
export const ${camel(name)}Scanner: Scanner = createToolScanner({
  id: '${name}',
  title: '',
  tool: '${name}',
  purposes: ['sast'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(10), memoryBytesMax: gibibytes(4) },
  programs: ['${name}'],
  install: '',
  version: { args: ['--version'], pattern: /(\\d+\\.\\d+\\.\\d+)/u },
  format: 'sarif',
  plan: planForFiles,
  command: ({ tree, reportFile, version }) => ({
    args: ['--output', reportFile, tree],
    report: 'file',
    ruleSet: builtIn('${name}', version),
  }),
  finished: [0],
});
`,
  };
}

function formatFiles(name: string): { readonly [file: string]: string } {
  return {
    [`parse-${name}.test.ts`]: `${spdx}import { expect, test } from 'vitest';
import { parse${camel(`-${name}`)} } from './parse-${name}.ts';

test('reads a document of a foreign producer', () => {
  expect(parse${camel(`-${name}`)}('').problems).toEqual([]);
});
`,
  };
}

const [kind = '', name = ''] = process.argv.slice(2);
const part = parts[kind];
if (part === undefined || !/^[a-z]+(-[a-z0-9]+)*$/.test(name)) {
  console.error(`usage: npm run new -- ${Object.keys(parts).join('|')} NAME (kebab-case)`);
  process.exitCode = 2;
} else if (existsSync(part.folder(name))) {
  console.error(`${part.folder(name)} is there already`);
  process.exitCode = 2;
} else {
  mkdirSync(part.folder(name), { recursive: true });
  for (const [file, text] of Object.entries(part.files(name))) {
    writeFileSync(`${part.folder(name)}/${file}`, text);
    console.log(`wrote ${part.folder(name)}/${file}`);
  }
  console.log('then: npm run generate && npm run ok');
}
