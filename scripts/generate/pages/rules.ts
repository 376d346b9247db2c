// SPDX-License-Identifier: Apache-2.0
import { codeRules } from '@plumbline/adapters/scanners/plumbline-code/code-rules';
import { configurationRules } from '@plumbline/adapters/scanners/plumbline-configuration/configuration-rules';
import { secretRules } from '@plumbline/adapters/scanners/plumbline-secrets/secret-rules';
import type { GeneratedFile } from '../write-generated.ts';
import { generatedNote } from './generated-note.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const weakness = (number: number): string => `[CWE-${number}](https://cwe.mitre.org/data/definitions/${number}.html)`;

/** Every rule of the embedded scanners: what it finds, how bad it is, and what to do. */
export function rulesPage(): GeneratedFile {
  const text = [
    '# Rules of the embedded scanners',
    '',
    generatedNote('packages/adapters/src/scanners'),
    '',
    'What `plumbline scan` finds with nothing installed. A comment in the line of a finding, or alone in the line before it,',
    'lets it pass with a reason: `plumbline:allow RULE REASON`, for secrets `plumbline:allow-secret REASON`. It is reported as',
    'suppressed, never hidden.',
    '',
    ...secretLines(),
    ...codeLines(),
    ...configurationLines(),
  ].join('\n');
  return { path: 'docs/generated/rules.md', text };
}

function secretLines(): readonly string[] {
  return [
    `## Secrets: ${secretRules.length} rules`,
    '',
    'In the tree, and in every line that a commit of the history added. What its issuer made to be recognised is looked for in',
    'every file; what is known by its context only in what the project wrote and ships, because tests and documents are full',
    'of made-up ones. Placeholders, words, digests and references to the environment are none. The secret itself leaves no trace.',
    '',
    '| rule | finds | severity | where |',
    '|---|---|---|---|',
    ...secretRules.map(
      ({ id, title, severity, form }) =>
        `| \`${id}\` | ${cell(title)} | ${severity} | ${form === 'token' ? 'everywhere' : 'what is shipped'} |`,
    ),
    '',
  ];
}

const languageNames = {
  javascript: 'JavaScript, TypeScript',
  python: 'Python',
  java: 'Java',
  go: 'Go',
  ruby: 'Ruby',
  php: 'PHP',
  csharp: 'C#',
  c: 'C',
} as const;

function codeLines(): readonly string[] {
  return [
    `## Code: ${codeRules.length} rules`,
    '',
    'In what the project wrote and ships. *flow* rules follow data from a request (arguments and the environment in C) through',
    'the variables of a function to where it does harm, and pass over what was checked or escaped on the way; data that goes through a',
    'function of your own is not followed. *call* and *form* rules need no data.',
    '',
    '| rule | language | finds | severity | confidence | weakness | by | remedy |',
    '|---|---|---|---|---|---|---|---|',
    ...codeRules.map((rule) => {
      const by = rule.form === 'pattern' ? 'form' : rule.form;
      const language = rule.languages.map((name) => languageNames[name]).join(', ');
      return `| \`${rule.id}\` | ${language} | ${cell(rule.title)} | ${rule.severity} | ${rule.confidence} | ${weakness(rule.weakness)} | ${by} | ${cell(rule.remedy)} |`;
    }),
    '',
  ];
}

function configurationLines(): readonly string[] {
  return [
    `## Configuration: ${configurationRules.length} rules`,
    '',
    'Templates (Helm, Jinja) are not read, and the run says so; Terraform is read as it is written, without evaluating variables,',
    'loops and modules. What the checks of pipelines ask already (pins, permissions, injection) is not asked again.',
    '',
    '| rule | finds | severity | weakness | why | remedy | see |',
    '|---|---|---|---|---|---|---|',
    ...configurationRules.map(
      (rule) =>
        `| \`${rule.id}\` | ${cell(rule.title)} | ${rule.severity} | ${weakness(rule.weakness)} | ${cell(rule.message)} | ${cell(rule.remedy)} | ${rule.references.map(cell).join(', ')} |`,
    ),
    '',
  ];
}
