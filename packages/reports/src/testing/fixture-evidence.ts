// SPDX-License-Identifier: Apache-2.0
import type { Evidence } from '@plumbline/core/evidence/evidence';
import { sealEvidence } from '@plumbline/core/evidence/seal-evidence';
import type { Strength } from '@plumbline/core/evidence/strength';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';

export const subject = {
  uri: 'https://example.com/harbour/tide-gauge.git',
  commit: '7f3c9a1e5b20d4c86f1a7e93b5d02c48a6e1f97b',
};

type State =
  | { readonly state: 'found' }
  | { readonly state: 'absent'; readonly lookedIn: string }
  | { readonly state: 'unavailable'; readonly because: string; readonly resolve: string };

type Where = { readonly location: string; readonly strength?: Strength; readonly expiresAt?: string };

function item(kind: FactKind, collector: string, where: Where, state: State): Evidence {
  return sealEvidence({
    kind,
    collector: { id: collector, version: '1.2.0' },
    subject,
    collectedAt: '2026-11-20T00:00:00Z',
    effectiveAt: '2026-11-18T09:41:07Z',
    strength: 'observed',
    ...where,
    // No report prints a fact: the fixture's holds what would be seen if one did.
    ...(state.state === 'found' ? { ...state, fact: { secret: 'somebody@example.com' } } : state),
  } as unknown as Parameters<typeof sealEvidence>[0]);
}

const found: State = { state: 'found' };
const unavailable = (because: string, resolve: string): State => ({ state: 'unavailable', because, resolve });

/** What a run over an ordinary repository without a forge token sees: found, absent and unavailable. */
export const fixtureEvidence = {
  history: item('git-history', 'git-history', { location: 'history of 7f3c9a1' }, found),
  releases: item('git-releases', 'git-releases', { location: 'refs/tags' }, found),
  tree: item('repository-tree', 'repository-tree', { location: 'tree of the commit' }, found),
  ci: item('ci-pipelines', 'ci-pipelines', { location: '.github/workflows' }, found),
  dependencies: item('dependency-inventory', 'dependencies', { location: 'package-lock.json' }, found),
  policy: item('security-policy', 'security-policy', { location: 'SECURITY.md', strength: 'documented' }, found),
  securityTxt: item(
    'security-txt',
    'security-txt',
    { location: 'tree of the commit' },
    { state: 'absent', lookedIn: 'all 1,204 files of the commit' },
  ),
  owners: item('code-owners', 'code-owners', { location: '.github/CODEOWNERS' }, found),
  decisions: item('decision-records', 'decisions', { location: 'docs/adr', strength: 'documented' }, found),
  threats: item(
    'threat-models',
    'threat-models',
    { location: 'tree of the commit' },
    { state: 'absent', lookedIn: 'all 1,204 files of the commit' },
  ),
  build: item('build-configuration', 'build-configuration', { location: 'tsconfig.json' }, found),
  rules: item('coding-rules', 'coding-rules', { location: '.oxlintrc.json' }, found),
  statements: item(
    'record:statements',
    'records',
    { location: 'security/statements.yaml', strength: 'asserted', expiresAt: '2027-06-30T00:00:00Z' },
    found,
  ),
  suppliers: item(
    'record:suppliers',
    'records',
    { location: 'security/suppliers.yaml', strength: 'documented' },
    found,
  ),
  scans: item('scan-reports', 'import-sarif', { location: 'reports/<img src=x onerror=alert(1)>.sarif' }, found),
  forge: item(
    'forge-settings',
    'forge',
    { location: 'forge-settings' },
    unavailable('The forge was not asked: no token', 'Pass a token that has read access to administration and members'),
  ),
  reviews: item(
    'forge-reviews',
    'forge',
    { location: 'forge-reviews' },
    unavailable('The forge was not asked: no token', 'Pass a token that has pull_requests:read'),
  ),
} as const satisfies { readonly [name: string]: Evidence };
