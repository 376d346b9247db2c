// SPDX-License-Identifier: Apache-2.0
import { forPurposes, type ToolWay } from './tool.ts';

const secrets = forPurposes('secret-scan');
const dast = forPurposes('dast');
const iac = forPurposes('iac-scan');
const fuzzing = forPurposes('fuzzing');
const workflows = forPurposes('workflow-lint');
const gate = forPurposes('gate');
const none: readonly string[] = [];
const many: readonly string[] = ['*'];

const secretTools: readonly ToolWay[] = [
  secrets('plumbline-secrets', 'Plumbline secrets', none, {
    commands: ['plumbline scan !--plan'],
    actions: ['*/plumbline'],
    templates: ['plumbline'],
  }),
  secrets('gitleaks', 'Gitleaks', none, {
    commands: ['gitleaks'],
    actions: ['gitleaks/gitleaks-action', 'zricethezav/gitleaks-action', 'DariuszPorowski/github-action-gitleaks'],
    images: ['zricethezav/gitleaks', 'gitleaks/gitleaks'],
    templates: ['Auto-DevOps', 'Security/Secret-Detection', 'Jobs/Secret-Detection', 'secret-detection'],
    orbs: ['upenn-libraries/gitleaks'],
  }),
  secrets('betterleaks', 'Betterleaks', none, {
    commands: ['betterleaks'],
    actions: ['betterleaks/betterleaks-action'],
  }),
  secrets('trufflehog', 'TruffleHog', none, {
    commands: ['trufflehog|trufflehog3'],
    actions: ['trufflesecurity/trufflehog', 'edplato/trufflehog-actions-scan'],
    images: ['trufflesecurity/trufflehog'],
  }),
  secrets('detect-secrets', 'detect-secrets', none, {
    commands: ['detect-secrets scan|audit', 'detect-secrets-hook'],
    actions: ['reviewdog/action-detect-secrets'],
  }),
  secrets('ggshield', 'GitGuardian ggshield', none, {
    commands: ['ggshield secret|scan'],
    actions: ['GitGuardian/ggshield/actions/*', 'GitGuardian/ggshield-action', 'GitGuardian/gg-shield-action'],
    images: ['gitguardian/ggshield'],
    orbs: ['gitguardian/ggshield'],
  }),
  secrets('secretlint', 'Secretlint', none, { commands: ['secretlint'], images: ['secretlint/secretlint'] }),
  secrets('git-secrets', 'git-secrets', none, {
    commands: ['git-secrets -scan', 'git secrets -scan', 'git-secrets -scan-history'],
  }),
  secrets('talisman', 'Talisman', none, { commands: ['talisman'], actions: ['carhartl/talisman-secrets-scan-action'] }),
  secrets('whispers', 'Whispers', none, { commands: ['whispers'] }),
  secrets('kingfisher', 'Kingfisher', none, { commands: ['kingfisher scan'], actions: ['mongodb/kingfisher'] }),
  secrets('noseyparker', 'Nosey Parker', none, { commands: ['noseyparker scan'] }),
  secrets('credscan', 'CredScan', none, { tasks: ['CredScan'] }),
  secrets('trivy', 'Trivy (of files, its default unless scanners are named)', none, {
    commands: [
      'trivy ~--scanners=secret|--security-checks=secret',
      'trivy fs|filesystem|repo|repository !--scanners* !--security-checks*',
    ],
    actions: ['aquasecurity/trivy-action[scan-type=fs|repo,scanners=]'],
  }),
  secrets('ripsecrets', 'ripsecrets', none, { commands: ['ripsecrets'] }),
];

const dastTools: readonly ToolWay[] = [
  dast('zap', 'ZAP', many, {
    commands: ['zap-baseline.py|zap-full-scan.py|zap-api-scan.py|zap.sh', 'zap-cli', 'zaproxy'],
    actions: ['zaproxy/action-baseline', 'zaproxy/action-full-scan', 'zaproxy/action-api-scan', 'zaproxy/action-af'],
    images: ['owasp/zap2docker-*', 'zaproxy/zaproxy', 'softwaresecurityproject/zap-*'],
    templates: ['DAST', 'Security/DAST', 'Security/DAST-API', 'DAST-API', 'Jobs/DAST-Default-Branch-Deploy', 'dast'],
    tasks: ['owaspzap'],
  }),
  dast('nuclei', 'Nuclei', many, {
    commands: ['nuclei'],
    actions: ['projectdiscovery/nuclei-action'],
    images: ['projectdiscovery/nuclei'],
  }),
  dast('nikto', 'Nikto', many, { commands: ['nikto|nikto.pl'] }),
  dast('wapiti', 'Wapiti', many, { commands: ['wapiti'] }),
  dast('dastardly', 'Dastardly / Burp', many, {
    actions: ['PortSwigger/dastardly-github-action'],
    images: ['portswigger/dastardly', 'burpsuiteprofessional/dastardly', 'portswigger/enterprise-scan-container'],
  }),
  dast('stackhawk', 'StackHawk', many, {
    commands: ['hawk scan'],
    actions: ['stackhawk/hawkscan-action'],
    images: ['stackhawk/hawkscan'],
  }),
  dast('sqlmap', 'sqlmap', many, { commands: ['sqlmap|sqlmap.py'] }),
  dast('schemathesis', 'Schemathesis', many, {
    commands: ['schemathesis|st run'],
    actions: ['schemathesis/action'],
    images: ['schemathesis/schemathesis'],
  }),
  dast('restler', 'RESTler', many, { commands: ['restler'], tasks: ['restler-fuzzing'] }),
  dast('testssl', 'testssl.sh', none, { commands: ['testssl|testssl.sh'] }),
  dast('tlsfuzzer', 'tlsfuzzer', none, { commands: ['tlsfuzzer'] }),
];

const iacTools: readonly ToolWay[] = [
  iac('plumbline-configuration', 'Plumbline configuration', none, {
    commands: ['plumbline scan !--plan'],
    actions: ['*/plumbline'],
    templates: ['plumbline'],
  }),
  iac('trivy', 'Trivy', many, {
    commands: ['trivy config|conf'],
    actions: ['aquasecurity/trivy-action[scan-type=config]'],
  }),
  iac('checkov', 'Checkov', many, {
    commands: ['checkov'],
    actions: ['bridgecrewio/checkov-action'],
    images: ['bridgecrew/checkov'],
  }),
  iac('tfsec', 'tfsec', ['HCL'], {
    commands: ['tfsec'],
    actions: ['aquasecurity/tfsec-action', 'aquasecurity/tfsec-pr-commenter-action', 'aquasecurity/tfsec-sarif-action'],
    images: ['aquasec/tfsec*'],
  }),
  iac('terrascan', 'Terrascan', many, {
    commands: ['terrascan scan'],
    actions: ['tenable/terrascan-action', 'accurics/terrascan-action'],
  }),
  iac('kics', 'KICS', many, {
    commands: ['kics scan'],
    actions: ['checkmarx/kics-github-action', 'Checkmarx/kics-action'],
    images: ['checkmarx/kics'],
    templates: ['Security/SAST-IaC', 'Jobs/SAST-IaC', 'Security/SAST-IaC.latest'],
  }),
  iac('kubesec', 'kubesec', many, { commands: ['kubesec scan'], actions: ['controlplaneio/kubesec-action'] }),
  iac('kube-linter', 'KubeLinter', many, { commands: ['kube-linter lint'], actions: ['stackrox/kube-linter-action'] }),
  iac('kubescape', 'Kubescape', many, { commands: ['kubescape scan'], actions: ['kubescape/github-action'] }),
  iac('kube-score', 'kube-score', many, { commands: ['kube-score score'] }),
  iac('polaris', 'Polaris', many, { commands: ['polaris audit'] }),
  iac('snyk-iac', 'Snyk IaC', many, { commands: ['snyk iac test'], actions: ['snyk/actions/iac'] }),
  iac('cfn-nag', 'cfn-nag', many, { commands: ['cfn_nag|cfn_nag_scan'], actions: ['stelligent/cfn_nag'] }),
  iac('dockle', 'Dockle', none, {
    commands: ['dockle'],
    actions: ['goodwithtech/dockle-action', 'erzz/dockle-action', 'hands-lab/dockle-action'],
  }),
  iac('hadolint', 'Hadolint', ['Dockerfile'], {
    commands: ['hadolint'],
    actions: [
      'hadolint/hadolint-action',
      'brpaz/hadolint-action',
      'jbergstroem/hadolint-gh-action',
      'reviewdog/action-hadolint',
    ],
    images: ['hadolint/hadolint'],
  }),
  iac('conftest', 'Conftest', many, { commands: ['conftest test'] }),
];

const fuzzTools: readonly ToolWay[] = [
  fuzzing('cargo-fuzz', 'cargo-fuzz', ['Rust'], {
    commands: [
      'cargo fuzz run|cmin|coverage',
      'cargo hfuzz run',
      'cargo bolero test',
      'cargo afl fuzz',
      'cargo ziggy fuzz',
    ],
  }),
  fuzzing('go-fuzz', 'Go native fuzzing', ['Go'], {
    commands: ['go test -fuzz', 'go-fuzz', 'go-fuzz-build'],
    actions: ['jidicula/go-fuzz-action'],
  }),
  fuzzing('clusterfuzzlite', 'ClusterFuzzLite', many, { actions: ['google/clusterfuzzlite/actions/run_fuzzers'] }),
  fuzzing('cifuzz', 'OSS-Fuzz CIFuzz', many, {
    actions: ['google/oss-fuzz/infra/cifuzz/actions/run_fuzzers'],
    commands: ['helper.py run_fuzzer', 'cifuzz_combined_entrypoint.py|run_fuzzers_entrypoint.py'],
    images: ['oss-fuzz-base/cifuzz-run-fuzzers', 'oss-fuzz-base/clusterfuzzlite-run-fuzzers'],
  }),
  fuzzing('ci-fuzz', 'Code Intelligence CI Fuzz', many, { commands: ['cifuzz run'] }),
  fuzzing('afl', 'AFL / AFL++', ['C', 'C++'], { commands: ['afl-fuzz|afl-cmin'] }),
  fuzzing('honggfuzz', 'honggfuzz', ['C', 'C++'], { commands: ['honggfuzz'] }),
  fuzzing('jazzer', 'Jazzer / Jazzer.js', ['Java', 'JavaScript'], { commands: ['jazzer'] }),
  fuzzing('gitlab-fuzzing', 'GitLab coverage-guided fuzzing', many, {
    templates: ['Coverage-Fuzzing', 'Security/Coverage-Fuzzing', 'API-Fuzzing', 'Security/API-Fuzzing'],
    commands: ['gitlab-cov-fuzz run'],
  }),
  fuzzing('mayhem', 'Mayhem', many, {
    commands: ['mayhem run'],
    actions: ['forallsecure/mcode-action', 'ForAllSecure/mcode-action'],
  }),
  fuzzing('sharpfuzz', 'SharpFuzz', ['C#'], { commands: ['sharpfuzz'] }),
  fuzzing('echidna', 'Echidna', ['Solidity'], {
    commands: ['echidna|echidna-test'],
    actions: ['crytic/echidna-action'],
  }),
];

const workflowTools: readonly ToolWay[] = [
  workflows('zizmor', 'zizmor', none, {
    commands: ['zizmor'],
    actions: ['zizmorcore/zizmor-action', 'woodruffw/zizmor-action'],
    images: ['zizmorcore/zizmor'],
  }),
  workflows('actionlint', 'actionlint', none, {
    commands: ['actionlint'],
    actions: [
      'reviewdog/action-actionlint',
      'raven-actions/actionlint',
      'docker://rhysd/actionlint',
      'devops-actions/actionlint',
    ],
    images: ['rhysd/actionlint'],
  }),
  workflows('poutine', 'poutine', none, {
    commands: ['poutine analyze_local|analyze_repo'],
    actions: ['boostsecurityio/poutine-action'],
  }),
  workflows('pinact', 'pinact', none, { commands: ['pinact run'], actions: ['suzuki-shunsuke/pinact-action'] }),
  workflows('ensure-sha-pinned', 'ensure-sha-pinned-actions', none, {
    actions: ['zgosalvez/github-actions-ensure-sha-pinned-actions'],
  }),
  workflows('octoscan', 'octoscan', none, { commands: ['octoscan scan'] }),
  workflows('scorecard', 'OpenSSF Scorecard', none, {
    commands: ['scorecard -repo'],
    actions: ['ossf/scorecard-action'],
    images: ['openssf/scorecard', 'ossf/scorecard-action'],
  }),
];

const gateTools: readonly ToolWay[] = [
  gate('plumbline-gate', 'Plumbline gate', none, {
    commands: ['plumbline gate !test !prove !--warn-only'],
    actions: ['*/plumbline[warn-only=|false]'],
    templates: ['plumbline'],
  }),
  gate('sonar-quality-gate', 'SonarQube quality gate', none, {
    actions: ['SonarSource/sonarqube-quality-gate-action', 'sonarsource/sonarqube-quality-gate-action'],
    jenkins: ['waitForQualityGate'],
    tasks: ['sonar-buildbreaker', 'BuildQualityChecks'],
  }),
  gate('conforma', 'Conforma / Enterprise Contract', none, { commands: ['ec validate', 'conforma validate'] }),
  gate('chainloop', 'Chainloop', none, { commands: ['chainloop attestation'] }),
  gate('ampel', 'Ampel', none, { commands: ['ampel verify'], actions: ['carabiner-dev/actions/ampel/*'] }),
];

/** Secret scanning, dynamic and infrastructure scanning, fuzzing, linters of pipelines, and gates. */
export const scanTools: readonly ToolWay[] = [
  ...secretTools,
  ...dastTools,
  ...iacTools,
  ...fuzzTools,
  ...workflowTools,
  ...gateTools,
];
