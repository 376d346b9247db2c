// SPDX-License-Identifier: Apache-2.0
import { forPurposes, type ToolWay } from './tool.ts';

type ConfiguredName =
  | 'gosec'
  | 'flake8Bandit'
  | 'eslintSecurity'
  | 'psalmTaint'
  | 'clangAnalyzer'
  | 'findSecBugs'
  | 'dotnetSecurity'
  | 'dependencyCheck'
  | 'nugetAudit'
  | 'cyclonedx'
  | 'spotbugs'
  | 'checkstyle'
  | 'goreleaserSbom'
  | 'goreleaserSign'
  | 'goreleaserChecksum'
  | 'ownTests';

type ConfiguredTools = { readonly [K in ConfiguredName]: ToolWay };

const sast = forPurposes('sast');

/**
 * Tools that only a configuration file shows: a linter that is told to apply security rules, a plug-in bound to a build.
 * follow/refine-tools.ts decides when.
 */
export const configuredTools: ConfiguredTools = {
  ownTests: forPurposes('test')(
    'own-tests',
    'Test programs of the repository itself, by their path in the tree',
    ['*'],
    {},
  ),
  gosec: sast('gosec', 'gosec (through golangci-lint)', ['Go'], {}),
  flake8Bandit: sast('flake8-bandit', 'Bandit rules (Ruff `S`, flake8-bandit)', ['Python'], {}),
  eslintSecurity: sast('eslint-security', 'ESLint with security plug-ins', ['JavaScript', 'TypeScript'], {}),
  psalmTaint: sast('psalm-taint', 'Psalm taint analysis (psalm.xml)', ['PHP'], {}),
  clangAnalyzer: sast('clang-analyzer', 'Clang Static Analyzer (through clang-tidy)', ['C', 'C++'], {}),
  findSecBugs: sast('find-sec-bugs', 'SpotBugs with FindSecBugs', ['Java', 'Kotlin'], {}),
  dotnetSecurity: sast('dotnet-security-analyzers', '.NET analyzers with security rules', ['C#'], {}),
  dependencyCheck: forPurposes('sca')(
    'owasp-dependency-check',
    'OWASP Dependency-Check (bound to the build)',
    ['*'],
    {},
  ),
  nugetAudit: forPurposes('sca')('nuget-audit', 'NuGet audit (by the settings of the build)', ['C#'], {}),
  cyclonedx: forPurposes('sbom')('cyclonedx', 'CycloneDX plug-in (bound to the build)', [], {}),
  spotbugs: forPurposes('lint')('spotbugs', 'SpotBugs (bound to the build)', ['Java', 'Kotlin'], {}),
  checkstyle: forPurposes('lint')('checkstyle', 'Checkstyle, PMD (bound to the build)', ['Java'], {}),
  goreleaserSbom: forPurposes('sbom')('goreleaser', 'GoReleaser (`sboms`)', [], {}),
  goreleaserSign: forPurposes('sign')('goreleaser', 'GoReleaser (`signs`, `docker_signs`)', [], {}),
  goreleaserChecksum: forPurposes('checksum')('goreleaser', 'GoReleaser checksums', [], {}),
};
