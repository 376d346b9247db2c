// SPDX-License-Identifier: Apache-2.0
import { forPurposes, type ToolWay } from './tool.ts';

const sast = forPurposes('sast');
const many: readonly string[] = ['*'];
const c: readonly string[] = ['C', 'C++'];

/**
 * Static analysis for security or memory defects (doubtful case 2). Linters by default, `go vet`, Clippy and the upload
 * of somebody's SARIF are not here. `codeql` by action counts only with both `init` and `analyze` in a job; what depends
 * on a configuration file is decided in follow/configured-tools.ts.
 */
export const sastTools: readonly ToolWay[] = [
  sast(
    'plumbline-code',
    'Plumbline code',
    ['JavaScript', 'TypeScript', 'Python', 'Java', 'Go', 'Ruby', 'PHP', 'C#', 'C'],
    {
      commands: ['plumbline scan !--plan'],
      actions: ['*/plumbline'],
      templates: ['plumbline'],
    },
  ),
  sast('codeql', 'CodeQL', many, {
    commands: ['codeql database analyze'],
    actions: ['github/codeql-action/analyze'],
    tasks: ['AdvancedSecurity-Codeql-Analyze'],
  }),
  sast('semgrep', 'Semgrep / Opengrep', many, {
    commands: [
      'semgrep|opengrep ci|scan',
      'semgrep|opengrep -config',
      'semgrep|opengrep -c',
      'semgrep|opengrep -f',
      'semgrep-agent',
    ],
    actions: ['returntocorp/semgrep-action', 'semgrep/semgrep-action', 'opengrep/opengrep-action'],
    templates: ['Auto-DevOps', 'Security/SAST', 'Jobs/SAST', 'sast'],
  }),
  sast('gosec', 'gosec', ['Go'], {
    commands: ['gosec'],
    actions: ['securego/gosec', 'securecodewarrior/github-action-gosec'],
    images: ['securego/gosec'],
  }),
  sast('bandit', 'Bandit', ['Python'], {
    commands: ['bandit'],
    actions: [
      'PyCQA/bandit-action',
      'mdegis/bandit-action',
      'tj-actions/bandit',
      'shundor/python-bandit-scan',
      'lukehinds/bandit-action',
      'jpetrucciani/bandit-check',
    ],
    images: ['cytopia/bandit', 'pycqa/bandit'],
  }),
  sast('brakeman', 'Brakeman', ['Ruby'], {
    commands: ['brakeman'],
    actions: [
      'reviewdog/action-brakeman',
      'devmasx/brakeman-linter-action',
      'artplan1/brakeman-action',
      'standardrb/brakeman-action',
    ],
    images: ['presidentbeef/brakeman'],
  }),
  sast('sonar', 'SonarQube / SonarCloud', many, {
    commands: [
      'sonar-scanner|pysonar|pysonar-scanner|sonar-scanner-cli|sonarscan|sonar',
      'dotnet-sonarscanner|sonarscanner end',
      'dotnet sonarscanner end',
      'mvn ~sonar:sonar|org.sonarsource.scanner.maven:*',
      'gradle ~sonar|sonarqube|:sonar|:sonarqube',
      'sbt ~sonarScan',
    ],
    actions: [
      'SonarSource/sonarcloud-github-action',
      'SonarSource/sonarqube-scan-action',
      'SonarSource/sonarcloud-github-c-cpp',
      'sonarsource/sonarqube-github-action',
    ],
    images: ['sonarsource/sonar-scanner-cli'],
    tasks: ['SonarCloudAnalyze', 'SonarQubeAnalyze'],
    orbs: ['sonarsource/sonarcloud', 'sonarsource/sonarqube'],
    jenkins: ['withSonarQubeEnv'],
  }),
  sast('snyk-code', 'Snyk Code', many, {
    commands: ['snyk code test'],
    actions: ['snyk/actions/*[command=code test]'],
  }),
  sast('coverity', 'Coverity', ['C', 'C++', 'Java', 'C#'], {
    commands: ['cov-build', 'cov-analyze', 'coverity scan|analyze'],
    actions: [
      'vapier/coverity-scan-action',
      'synopsys-sig/coverity-report-output-v7-json',
      'synopsys-sig/synopsys-action[coverity_url=*]',
      'blackduck-inc/black-duck-security-scan[coverity_url=*]',
      'ruby-actions/setup-coverity',
    ],
    jenkins: ['withCoverityEnvironment', 'coverityScan', 'covBuild'],
  }),
  sast('pvs-studio', 'PVS-Studio', ['C', 'C++', 'C#', 'Java'], {
    commands: ['pvs-studio-analyzer analyze', 'pvs-studio-dotnet|pvs-studio-java'],
  }),
  sast('clang-analyzer', 'Clang Static Analyzer', c, {
    commands: [
      'scan-build|scan-build-*|intercept-build',
      'analyze-build',
      'clang|clang++|clang-* -analyze',
      'CodeChecker analyze|check',
      'xcodebuild analyze',
    ],
    actions: ['whisperity/codechecker-analysis-action'],
  }),
  sast('gcc-analyzer', 'GCC static analyzer', c, { commands: ['gcc|g++|gcc-*|g++-* -fanalyzer'] }),
  sast('cppcheck', 'Cppcheck', c, {
    commands: ['cppcheck'],
    actions: [
      'deep5050/cppcheck-action',
      'Konstantin343/cppcheck-annotation-action',
      'chmorgan/cppcheck-action',
      'JacobDomagala/StaticAnalysis',
    ],
    images: ['neszt/cppcheck-docker', 'facthunder/cppcheck'],
  }),
  sast('csmock', 'csmock / csbuild', c, { commands: ['csmock|csbuild'] }),
  sast('flawfinder', 'Flawfinder', c, {
    commands: ['flawfinder'],
    actions: ['david-a-wheeler/flawfinder'],
  }),
  sast('infer', 'Infer', ['C', 'C++', 'Java'], {
    commands: ['infer run|analyze', 'infersharp'],
    actions: ['microsoft/infersharpaction'],
  }),
  sast('frama-c', 'Frama-C', ['C'], { commands: ['frama-c'] }),
  sast('msvc-analysis', 'MSVC code analysis', c, { actions: ['microsoft/msvc-code-analysis-action'] }),
  sast('psalm-taint', 'Psalm taint analysis', ['PHP'], {
    commands: ['psalm -taint-analysis', 'psalm.phar -taint-analysis'],
  }),
  sast('progpilot', 'progpilot', ['PHP'], { commands: ['progpilot'] }),
  sast('phpcs-security-audit', 'phpcs-security-audit', ['PHP'], { commands: ['phpcs -standard=Security'] }),
  sast('njsscan', 'njsscan', ['JavaScript', 'TypeScript'], {
    commands: ['njsscan'],
    actions: ['ajinabraham/njsscan-action'],
    images: ['opensecurity/njsscan'],
  }),
  sast('mobsfscan', 'mobsfscan', ['Java', 'Kotlin', 'Swift'], {
    commands: ['mobsfscan'],
    actions: ['MobSF/mobsfscan'],
  }),
  sast('horusec', 'Horusec', many, { commands: ['horusec start'], images: ['horuszup/horusec-cli'] }),
  sast('bearer', 'Bearer', many, {
    commands: ['bearer scan'],
    actions: ['bearer/bearer-action'],
    images: ['bearer/bearer'],
  }),
  sast('security-code-scan', 'Security Code Scan', ['C#'], {
    commands: ['security-scan'],
    actions: ['security-code-scan/security-code-scan-results-action'],
  }),
  sast('devskim', 'DevSkim', many, { commands: ['devskim analyze'], actions: ['microsoft/DevSkim-Action'] }),
  sast('microsoft-security-devops', 'Microsoft Security DevOps', many, {
    actions: ['microsoft/security-devops-action'],
    tasks: ['MicrosoftSecurityDevOps'],
  }),
  sast('checkmarx', 'Checkmarx', many, {
    commands: ['cx scan'],
    actions: ['checkmarx/ast-github-action', 'checkmarx-ts/checkmarx-cxflow-github-action'],
    tasks: ['Checkmarx AST', 'CheckmarxASTScan'],
    orbs: ['checkmarx-ts/cxflow', 'checkmarx/ast'],
  }),
  sast('fortify', 'Fortify', many, {
    commands: ['sourceanalyzer', 'scancentral start', 'fcli ~sast-scan'],
    actions: ['fortify/gha-setup-scancentral-client', 'fortify/github-action/*', 'fortify/github-action'],
    tasks: ['FortifySCA', 'FortifyOnDemandStatic'],
  }),
  sast('veracode', 'Veracode', many, {
    actions: [
      'veracode/Veracode-pipeline-scan-action',
      'veracode/veracode-uploadandscan-action',
      'veracode/github-actions-integration',
    ],
    tasks: ['Veracode'],
    jenkins: ['veracode'],
  }),
  sast('klocwork', 'Klocwork', ['C', 'C++', 'C#', 'Java'], { commands: ['kwbuildproject', 'kwcheck run'] }),
  sast('appscan', 'HCL AppScan', many, {
    commands: ['appscan.sh queue_analysis'],
    actions: ['HCL-TECH-SOFTWARE/appscan-sast-action'],
  }),
  sast('qodana', 'Qodana', many, {
    commands: ['qodana scan'],
    actions: ['JetBrains/qodana-action'],
    images: ['jetbrains/qodana-*'],
  }),
  sast('rudra', 'Rudra', ['Rust'], { commands: ['cargo rudra'] }),
  sast('kani', 'Kani', ['Rust'], { commands: ['cargo kani', 'kani'], actions: ['model-checking/kani-github-action'] }),
  sast('sobelow', 'Sobelow', ['Elixir'], { commands: ['mix sobelow'], actions: ['sobelow/action'] }),
  sast('slither', 'Slither', ['Solidity'], { commands: ['slither'], actions: ['crytic/slither-action'] }),
  sast('pysa', 'Pysa', ['Python'], { commands: ['pyre analyze'], actions: ['facebook/pysa-action'] }),
  sast('insider', 'Insider', many, { commands: ['insider -tech'], actions: ['insidersec/insider-action'] }),
  sast('nodejsscan', 'NodeJsScan', ['JavaScript'], { commands: ['nodejsscan'], images: ['opensecurity/nodejsscan'] }),
  sast('xanitizer', 'Xanitizer', ['Java', 'JavaScript'], { actions: ['RIGS-IT/xanitizer-action'] }),
  sast('contrast', 'Contrast Scan', many, { actions: ['Contrast-Security-OSS/contrastscan-action'] }),
  sast('aikido', 'Aikido', many, {
    commands: ['aikido-api-client scan-release'],
    actions: ['AikidoSec/github-actions-workflow'],
  }),
];
