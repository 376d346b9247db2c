// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';

/** A tool that writes reports: its id (docs/generated/tools.md), the names it calls itself by, and what it is for. */
export type AnalysisTool = {
  readonly id: string;
  /** Lower case. The name in the report is one of these, or begins with one followed by a space. */
  readonly names: readonly string[];
  readonly purposes: readonly ToolPurpose[];
};

type Row = readonly [id: string, ...names: readonly string[]];

const table: readonly (readonly [purposes: readonly ToolPurpose[], rows: readonly Row[]])[] = [
  [
    ['sast'],
    [
      ['codeql', 'codeql'],
      ['semgrep', 'semgrep', 'opengrep'],
      ['gosec', 'gosec', 'golang security checker'],
      ['bandit', 'bandit'],
      ['brakeman', 'brakeman'],
      ['snyk-code', 'snykcode', 'snyk code'],
      ['coverity', 'coverity'],
      ['pvs-studio', 'pvs-studio'],
      ['clang-analyzer', 'clang analyzer', 'clang static analyzer', 'clang'],
      ['cppcheck', 'cppcheck'],
      ['flawfinder', 'flawfinder'],
      ['infer', 'infer'],
      ['frama-c', 'frama-c'],
      ['msvc-analysis', 'prefast', 'microsoft (r) c/c++ optimizing compiler'],
      ['progpilot', 'progpilot'],
      ['njsscan', 'njsscan', 'nodejsscan'],
      ['mobsfscan', 'mobsfscan'],
      ['horusec', 'horusec'],
      ['bearer', 'bearer'],
      ['security-code-scan', 'security code scan', 'securitycodescan'],
      ['devskim', 'devskim'],
      ['checkmarx', 'checkmarx', 'cxsast'],
      ['fortify', 'fortify', 'micro focus fortify static code analyzer', 'hp fortify static code analyzer'],
      ['veracode', 'veracode static analysis', 'veracode static analysis pipeline scan'],
      ['klocwork', 'klocwork'],
      ['appscan', 'hcl appscan static analyzer', 'appscan'],
      ['sobelow', 'sobelow'],
      ['slither', 'slither'],
      ['pysa', 'pysa'],
      ['contrast', 'contrast scan'],
    ],
  ],
  [
    ['sca'],
    [
      ['grype', 'grype'],
      ['osv-scanner', 'osv-scanner'],
      ['govulncheck', 'govulncheck'],
      ['snyk', 'snyk open source', 'snyk container'],
      ['pip-audit', 'pip-audit'],
      ['cargo-audit', 'cargo-audit'],
      ['owasp-dependency-check', 'dependency-check', 'owasp dependency-check'],
      ['docker-scout', 'docker scout'],
      ['clair', 'clair'],
      ['blackduck', 'black duck', 'black duck sca'],
      ['mend', 'mend sca', 'mend'],
      ['jfrog-xray', 'jfrog xray scanner', 'jfrog xray'],
      ['retire', 'retire.js', 'retire'],
      ['depscan', 'dep-scan', 'owasp dep-scan'],
    ],
  ],
  [
    ['secret-scan'],
    [
      ['gitleaks', 'gitleaks'],
      ['betterleaks', 'betterleaks'],
      ['trufflehog', 'trufflehog'],
      ['detect-secrets', 'detect-secrets'],
      ['ggshield', 'ggshield', 'gitguardian'],
      ['secretlint', 'secretlint'],
      ['kingfisher', 'kingfisher'],
      ['noseyparker', 'nosey parker', 'noseyparker'],
      ['whispers', 'whispers'],
      ['talisman', 'talisman'],
      ['credscan', 'credscan', 'credentialscanner'],
    ],
  ],
  [
    ['iac-scan'],
    [
      ['checkov', 'checkov'],
      ['tfsec', 'tfsec', 'defsec'],
      ['kics', 'kics', 'keeping infrastructure as code secure'],
      ['terrascan', 'terrascan'],
      ['kube-linter', 'kubelinter', 'kube-linter'],
      ['kubescape', 'kubescape'],
      ['kube-score', 'kube-score'],
      ['kubesec', 'kubesec'],
      ['snyk-iac', 'snyk iac'],
      ['cfn-nag', 'cfn-nag', 'cfn_nag'],
      ['dockle', 'dockle'],
      ['hadolint', 'hadolint'],
      ['conftest', 'conftest'],
    ],
  ],
  [
    ['dast'],
    [
      ['zap', 'zap', 'owasp zap', 'zed attack proxy'],
      ['nuclei', 'nuclei'],
      ['nikto', 'nikto'],
      ['wapiti', 'wapiti'],
      ['dastardly', 'dastardly', 'burp suite', 'burp'],
      ['stackhawk', 'stackhawk', 'hawkscan'],
      ['schemathesis', 'schemathesis'],
    ],
  ],
  [
    ['fuzzing'],
    [
      ['clusterfuzzlite', 'clusterfuzzlite'],
      ['cifuzz', 'cifuzz', 'oss-fuzz'],
      ['ci-fuzz', 'ci fuzz', 'ci-fuzz'],
      ['mayhem', 'mayhem', 'mayhem for code'],
    ],
  ],
  [
    ['workflow-lint'],
    [
      ['zizmor', 'zizmor'],
      ['actionlint', 'actionlint'],
      ['poutine', 'poutine'],
      ['octoscan', 'octoscan'],
      ['scorecard', 'scorecard', 'openssf scorecard'],
    ],
  ],
  [
    ['lint'],
    [
      ['eslint', 'eslint'],
      ['ruff', 'ruff'],
      ['flake8', 'flake8'],
      ['pylint', 'pylint'],
      ['rubocop', 'rubocop'],
      ['clippy', 'clippy'],
      ['golangci-lint', 'golangci-lint'],
      ['staticcheck', 'staticcheck'],
      ['clang-tidy', 'clang-tidy'],
      ['checkstyle', 'checkstyle', 'pmd'],
      ['spotbugs', 'spotbugs'],
      ['shellcheck', 'shellcheck'],
      ['swiftlint', 'swiftlint'],
      ['biome', 'biome'],
      ['terraform-lint', 'tflint'],
      ['ansible-lint', 'ansible-lint'],
    ],
  ],
];

/**
 * Trivy is not in a row of one purpose: what it looked for is told by its rules and command line (parse-sarif-purposes).
 * Linters are listed so that their reports carry an id; a linter's report is not SAST (procedures, doubtful case 2).
 */
export const analysisTools: readonly AnalysisTool[] = [
  { id: 'trivy', names: ['trivy'], purposes: [] },
  ...table.flatMap(([purposes, rows]) => rows.map(([id, ...names]): AnalysisTool => ({ id, names, purposes }))),
];

const byName: ReadonlyMap<string, AnalysisTool> = new Map(
  analysisTools.flatMap((tool) => tool.names.map((name) => [name, tool])),
);

/** The tool that calls itself so. Null: not known, and its reports have no purpose. */
export function analysisTool(name: string | null): AnalysisTool | null {
  if (name === null || name.length > 200) return null;
  // "Semgrep OSS" and "Trivy 0.50" begin with the tool's name: shorten word by word.
  let words = name.trim().toLowerCase().split(/\s+/);
  while (words.length > 0) {
    const tool = byName.get(words.join(' '));
    if (tool !== undefined) return tool;
    words = words.slice(0, -1);
  }
  return null;
}
