// SPDX-License-Identifier: Apache-2.0
import type { FactKind } from './fact-by-kind.ts';

/**
 * Where a kind of fact comes from: `git`, `ci`, `rec`, … as in docs/procedures. `resolve` says what would provide it
 * when a run has none.
 */
export type FactSource = {
  readonly title: string;
  readonly source: 'git' | 'ci' | 'rec' | 'forge' | 'scan' | 'rel' | 'resp' | 'feed' | 'import';
  readonly resolve: string;
};

const tree = (title: string): FactSource => ({
  title,
  source: 'git',
  resolve: 'Assess a repository whose tree can be read',
});
const record = (title: string, file: string): FactSource => ({
  title,
  source: 'rec',
  resolve: `Keep ${file} and declare the records folder in plumbline.yaml (\`plumbline init\` writes both)`,
});
const imported = (title: string, what: string): FactSource => ({
  title,
  source: 'import',
  resolve: `Pass ${what} with --evidence FILE`,
});
const forge = (title: string, scope: string): FactSource => ({
  title,
  source: 'forge',
  resolve: `Read the forge with a token that has ${scope}; no offline source shows it`,
});

/** Every kind described once: the compiler refuses a kind that is missing here. */
export const factSources: { readonly [K in FactKind]: FactSource } = {
  'git-history': { title: 'Commit history', source: 'git', resolve: 'Assess a full clone (git fetch --unshallow)' },
  'git-releases': { title: 'Release tags', source: 'git', resolve: 'Assess a clone with its tags (git fetch --tags)' },
  'git-signatures': {
    title: 'Verified commits and tags',
    source: 'rel',
    resolve:
      'Verify commits and the newest release tag with `plumbline verify --commits FROM..HEAD --trust FILE` and `--tag NAME` in the project, and keep .plumbline/ between runs',
  },
  'repository-tree': tree('Files of the assessed commit'),
  'ci-pipelines': {
    title: 'CI pipelines',
    source: 'ci',
    resolve: 'Assess a repository whose pipeline files can be read',
  },
  'dependency-inventory': tree('Manifests, lockfiles and base images'),
  'build-configuration': tree('Build files, toolchains and compiler flags'),
  'coding-rules': tree('Linters, type checkers and compiler settings'),
  'update-bots': tree('Dependency-update configuration'),
  'security-policy': tree('Vulnerability disclosure policy'),
  'security-txt': tree('security.txt (RFC 9116)'),
  'security-insights': tree('SECURITY-INSIGHTS'),
  'security-roles-files': tree('Files that name accountable people'),
  'code-owners': tree('Code owners'),
  'decision-records': tree('Design decisions'),
  'threat-models': tree('Threat models'),
  'project-documents': tree('Coding standards and verification guides'),
  'fuzz-targets': tree('Fuzz targets'),
  'forge-settings': forge(
    'Forge settings',
    'read access to administration and members (GitHub: repo and read:org; GitLab: read_api as Maintainer)',
  ),
  'forge-reviews': forge(
    'Forge reviews',
    'read access to pull requests (GitHub: pull_requests:read; GitLab: read_api)',
  ),
  'scan-reports': imported('Scanner reports', 'SARIF that names its commit, its tool version and a completed run'),
  sboms: imported('Bills of materials', 'a CycloneDX or SPDX document'),
  'vex-documents': imported('VEX documents', 'an OpenVEX or CycloneDX VEX document'),
  'in-toto-statements': imported('In-toto statements', 'in-toto statements, DSSE envelopes or Sigstore bundles'),
  'test-reports': imported('Test reports', 'JUnit XML that names its commit'),
  'endpoint-posture': imported('Endpoint posture', 'an osquery JSON export'),
  'response-cases': {
    title: 'Vulnerability response cases',
    source: 'resp',
    resolve: 'Keep incoming reports as cases; this version has no case register yet',
  },
  'vulnerability-feeds': {
    title: 'Vulnerability and end-of-life feeds',
    source: 'feed',
    resolve: 'Fetch the feeds (`plumbline feeds sync`), or import a bundle of them (`plumbline feeds import FILE`)',
  },
  'findings-register': {
    title: 'Findings and their triage',
    source: 'scan',
    resolve:
      'Run `plumbline scan`, or take in the report of a complete run over this commit (`plumbline import FILE --commit HEAD`)',
  },
  'gate-results': {
    title: 'Kept results of the gate',
    source: 'rel',
    resolve: 'Run `plumbline gate` on every commit of the default branch, and keep .plumbline/ between runs',
  },
  'key-custody': {
    title: 'Where signing keys are kept',
    source: 'rel',
    resolve: 'Sign with `plumbline sign` in the project or with --state, and keep .plumbline/ between runs',
  },
  'release-artifacts': {
    title: 'Gathered release',
    source: 'rel',
    resolve:
      'Gather the newest release with `plumbline release TAG --artifact FILE...`, and keep .plumbline/ between runs',
  },
  'release-archive': {
    title: 'Archives of releases',
    source: 'rel',
    resolve:
      'Archive each release with `plumbline archive put`, try it with `plumbline archive drill`, and keep .plumbline/ between runs',
  },
  'plumbline-config': record('plumbline.yaml', 'plumbline.yaml'),
  'record:roles': record('Roles', 'security/roles.yaml'),
  'record:training': record('Training', 'security/training.yaml'),
  'record:policies': record('Policies', 'security/policies.yaml'),
  'record:statements': record('Statements', 'security/statements.yaml'),
  'record:exceptions': record('Exceptions', 'security/exceptions.yaml'),
  'record:design-reviews': record('Design reviews', 'security/design-reviews.yaml'),
  'record:requirements': record('Security requirements', 'security/requirements.yaml'),
  'record:suppliers': record('Suppliers', 'security/suppliers.yaml'),
  'record:releases': record('Releases and their archive', 'security/releases.yaml'),
  'record:root-causes': record('Root causes', 'security/root-causes.yaml'),
  'record:toolchain': record('Declared toolchain', 'security/toolchain.yaml'),
  'record:risks': record('Risks', 'security/risks.yaml'),
  'record:environments': record('Environments', 'security/environments.yaml'),
  'record:secure-defaults': record('Secure defaults', 'security/secure-defaults.yaml'),
  'record:component-intake': record('Component intake', 'security/component-intake.yaml'),
  'record:gate-policy': record('Gate policy', 'security/gate-policy.yaml'),
  'record:triage': record('Triage of findings', 'security/triage.yaml'),
};
