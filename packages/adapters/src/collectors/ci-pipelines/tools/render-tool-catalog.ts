// SPDX-License-Identifier: Apache-2.0
import { allTools } from './all-tools.ts';
import { configuredTools } from './configured-tools.ts';
import type { ToolWay } from './tool.ts';

const kinds = [
  ['commands', 'command'],
  ['actions', 'action'],
  ['images', 'image'],
  ['templates', 'GitLab template'],
  ['tasks', 'Azure task'],
  ['orbs', 'orb'],
  ['jenkins', 'Jenkins step'],
] as const;

const header = `# Tools that pipelines are searched for

A tool is recognised by what a step runs: a command (also through Makefiles, package scripts, tox, nox, just, pre-commit and
scripts of the repository), an action, an image, a template or a task; never by the name of a job, step or file. In commands,
\`~word\` stands anywhere, \`-word\` is an option, \`!word\` must not occur; \`|\` separates alternatives. Inputs in brackets are
conditions: \`*\` for set, nothing for not set.
`;

/** The page docs/generated/tools.md, from the catalogue. One section a purpose, one row a tool. */
export function renderToolCatalog(): string {
  const described = [...allTools, ...Object.values(configuredTools)];
  const purposes = [...new Set(described.flatMap((way) => way.purposes))].sort();
  const sections = purposes.map((purpose) =>
    section(
      purpose,
      described.filter((way) => way.purposes.includes(purpose)),
    ),
  );
  return `${header}\n${sections.join('\n')}`;
}

function section(purpose: string, ways: readonly ToolWay[]): string {
  const rows = [...ways].sort((a, b) => (a.id < b.id ? -1 : 1)).map(row);
  return `## ${purpose}\n\n| id | tool | languages | recognised by |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function row(way: ToolWay): string {
  const languages = way.languages.map((language) => (language === '*' ? 'many' : language)).join(', ');
  const signs = kinds.flatMap(([kind, label]) => {
    const list = way.signs[kind] ?? [];
    return list.length === 0 ? [] : [`${label} ${list.map((sign) => `\`${sign.replaceAll('|', '\\|')}\``).join(', ')}`];
  });
  const recognised = signs.length === 0 ? 'its configuration or place in the tree' : signs.join('; ');
  return `| \`${way.id}\` | ${way.name} | ${languages} | ${recognised} |`;
}
