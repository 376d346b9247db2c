// SPDX-License-Identifier: Apache-2.0
import type { FolderAuthor, Patch, PatchInput } from '@plumbline/core/roadmap/patch';
import { patchOf } from '../../patching/patch-result.ts';

const isInsights = (path: string): boolean => /^(?:\.github\/|\.gitlab\/)?security-insights\.ya?ml$/i.test(path);
const teamMax = 5;

/**
 * SECURITY-INSIGHTS.yml, schema 2.x: what the repository shows is filled in; who administers it and champions security is
 * for people to say, so that the file is a placeholder until they do.
 */
export const addSecurityInsightsPatch: Patch = {
  id: 'add-security-insights',
  title: 'Describe the security of the project for machines (SECURITY-INSIGHTS)',
  reads: () => [],
  write(input) {
    const { home, paths } = input;
    if ([...paths].some((path) => isInsights(path))) {
      return { state: 'not-possible', because: 'SECURITY-INSIGHTS is there already: name the champions in it' };
    }
    if (home === null)
      return { state: 'not-possible', because: 'where the repository is kept is not known: set the remote origin' };
    const change = {
      path: 'SECURITY-INSIGHTS.yml',
      before: null,
      after: insights(input, `https://${home.host}/${home.owner}/${home.name}`),
    };
    return patchOf([change], ['Fill in every TODO: a placeholder never answers yes'], '');
  },
};

function insights({ product, asOf, folderAuthors, paths }: PatchInput, url: string): string {
  const day = asOf.slice(0, 10);
  const policy = [...paths].find((path) => /^(?:\.github\/|docs\/)?SECURITY\.md$/i.test(path));
  const seen = coreTeam(folderAuthors);
  const people = (indent: string): readonly string[] => [
    ...(seen.length === 0 ? [] : [`${indent}# Changed most in the last year: ${seen.join(', ')}`]),
    `${indent}- name: "TODO: name"`,
    `${indent}  primary: true`,
  ];
  return [
    'header:',
    '  schema-version: 2.0.0',
    `  last-updated: '${day}'`,
    `  last-reviewed: "TODO: day on which somebody reviewed this, YYYY-MM-DD"`,
    `  url: ${url}/blob/HEAD/SECURITY-INSIGHTS.yml`,
    'project:',
    `  name: ${JSON.stringify(product)}`,
    '  administrators:',
    ...people('    '),
    '  repositories:',
    `    - name: ${JSON.stringify(product)}`,
    `      url: ${url}`,
    '      comment: The product and its documentation.',
    '  vulnerability-reporting:',
    '    reports-accepted: true',
    '    bug-bounty-available: false # TODO: true, with a link, if there is one',
    ...(policy === undefined ? [] : [`    policy: ${url}/blob/HEAD/${policy}`]),
    'repository:',
    `  url: ${url}`,
    '  status: active',
    '  accepts-change-request: true',
    '  accepts-automated-change-request: true',
    '  core-team:',
    ...people('    '),
    '  license:',
    `    url: ${url}/blob/HEAD/LICENSE`,
    '    expression: "TODO: SPDX expression"',
    '  security:',
    '    assessments:',
    '      self:',
    '        comment: "TODO: what was looked at, by whom, when"',
    '    champions:',
    '      - name: "TODO: who is accountable for security"',
    '        primary: true',
    '',
  ].join('\n');
}

/** Handles only: an address does not belong in a published file without its owner's word. */
function coreTeam(authors: readonly FolderAuthor[]): readonly string[] {
  const commits = new Map<string, number>();
  for (const { owner, commits: count } of authors)
    if (owner.startsWith('@')) commits.set(owner, (commits.get(owner) ?? 0) + count);
  return [...commits]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, teamMax)
    .map(([owner]) => owner);
}
