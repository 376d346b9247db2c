// SPDX-License-Identifier: Apache-2.0

/** Folders of the corpus whose tools are read, and the parsers that may read their files. */
export const listedTools: { readonly [folder: string]: readonly string[] } = {
  anchore_grype: ['grype'],
  bandit: ['bandit'],
  brakeman: ['brakeman'],
  bundler_audit: ['bundler-audit'],
  burp: ['burp'],
  cargo_audit: ['cargo-audit'],
  checkov: ['checkov'],
  composer_audit: ['composer-audit'],
  cppcheck: ['sarif'],
  cyclonedx: ['cyclonedx'],
  dependency_track: ['dependency-track'],
  detect_secrets: ['detect-secrets'],
  devskim: ['sarif'],
  dockle: ['dockle'],
  eslint: ['eslint'],
  flawfinder: ['sarif'],
  github_sast: ['github-code-scanning'],
  github_secrets_detection_report: ['github-secret-scanning'],
  gitlab_container_scan: ['gitlab'],
  gitlab_dast: ['gitlab'],
  gitlab_dep_scan: ['gitlab'],
  gitlab_sast: ['gitlab'],
  gitlab_secret_detection_report: ['gitlab'],
  gitleaks: ['gitleaks'],
  govulncheck: ['govulncheck', 'sarif'],
  hadolint: ['hadolint'],
  harbor_vulnerability: ['harbor'],
  kics: ['kics'],
  kubebench: ['kube-bench'],
  mix_audit: ['mix-audit'],
  nikto: ['nikto'],
  njsscan: ['njsscan'],
  npm_audit: ['npm-audit'],
  npm_audit_7_plus: ['npm-audit'],
  nuclei: ['nuclei'],
  osv_scanner: ['osv-scanner'],
  php_security_audit_v2: ['php-codesniffer'],
  pip_audit: ['pip-audit'],
  pmd: ['pmd'],
  pnpm_audit: ['pnpm-audit'],
  rubocop: ['rubocop'],
  sarif: ['sarif'],
  semgrep: ['semgrep', 'semgrep-platform'],
  semgrep_pro: ['semgrep-platform'],
  snyk: ['snyk', 'sarif'],
  sonarqube: ['sonarqube', 'sonarqube-html'],
  spotbugs: ['spotbugs'],
  terrascan: ['terrascan'],
  tfsec: ['tfsec'],
  trivy: ['trivy'],
  trivy_operator: ['trivy-operator'],
  trufflehog3: ['trufflehog3'],
  trufflehog: ['trufflehog', 'trufflehog-v2'],
  wapiti: ['wapiti'],
  yarn_audit: ['yarn-audit', 'npm-audit'],
  zap: ['zap'],
};

/** Files that say nothing of their tool: an empty list or object. They are read when the person names the format. */
export const nameless: { readonly [file: string]: string } = {
  'github_secrets_detection_report/github_secrets_detection_report_invalid.json': 'github-secret-scanning',
  'gitleaks/no_findings.json': 'gitleaks',
  'pip_audit/empty.json': 'pip-audit',
  'semgrep_pro/no_vuln.json': 'semgrep-platform',
  'trivy/legacy_no_vuln.json': 'trivy',
  'trufflehog3/zero_vulns.json': 'trufflehog3',
};

/** Files of other tools that are in the format of a known one, and the parser that reads them. */
export const alsoRead: { readonly [file: string]: string } = {
  'checkmarx_one/checkmarx_one.json': 'gitlab',
  'kubelinter/kubelinter_no_vuln.json': 'kube-linter',
};

/** Files whose count differs from the one that the corpus expects, and why ours is what the file says. */
export const explained: { readonly [file: string]: { readonly results: number; readonly because: string } } = {
  'npm_audit_7_plus/one_vuln.json': {
    results: 2,
    because: 'there are two advisories about one package; the count of the corpus is one a package',
  },
  'rubocop/one_finding.json': {
    results: 324,
    because: 'summary.offense_count says 324; the count of the corpus leaves out everything but the cops of Security',
  },
  'sarif/mobsfscan.json': {
    results: 9,
    because: 'there are 9 results, some with several locations; the count of the corpus is one for each location',
  },
  'semgrep/sca-deployments-vulns.json': {
    results: 22,
    because: 'there are 22 entries; the count of the corpus merges those of different repositories',
  },
  'spotbugs/version_4.4.0.xml': {
    results: 56,
    because: 'there are 56 BugInstance elements; the count of the corpus is one for each of the 9 types',
  },
};
