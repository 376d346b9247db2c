// SPDX-License-Identifier: Apache-2.0
import { forPurposes, type ToolWay } from './tool.ts';

const sca = forPurposes('sca');
const many: readonly string[] = ['*'];
const js: readonly string[] = ['JavaScript', 'TypeScript'];

/** Vulnerability checks of dependencies, also of built images (doubtful case 4). Update bots are not among them. */
export const scaTools: readonly ToolWay[] = [
  // Only with vulnerability data, which action and template fetch; a command line does not tell.
  sca('plumbline-components', 'Plumbline components', ['*'], {
    actions: ['*/plumbline[offline=|false]'],
    templates: ['plumbline'],
  }),
  sca('govulncheck', 'govulncheck', ['Go'], {
    commands: ['govulncheck'],
    actions: ['golang/govulncheck-action', 'Templum/govulncheck-action'],
  }),
  sca('nancy', 'Nancy', ['Go'], {
    commands: ['nancy sleuth|iq'],
    actions: ['sonatype-nexus-community/nancy-github-action'],
  }),
  sca('osv-scanner', 'OSV-Scanner', many, {
    commands: ['osv-scanner'],
    actions: [
      'google/osv-scanner-action/*',
      'google/osv-scanner/*',
      'google/osv-scanner-action',
      'g-rath/check-with-osv-detector',
    ],
    images: ['google/osv-scanner'],
  }),
  sca('trivy', 'Trivy', many, {
    commands: ['trivy fs|filesystem|image|i|repo|repository|rootfs|sbom|k8s|vm'],
    actions: [
      'aquasecurity/trivy-action[scan-type=fs|image|repo|rootfs|sbom|]',
      'lazy-actions/gitrivy',
      'homoluctus/gitrivy',
      'crazy-max/ghaction-container-scan',
    ],
    images: ['woodpeckerci/plugin-trivy', 'drillster/drone-trivy'],
    tasks: ['trivy'],
    orbs: ['fifteen5/trivy-orb'],
    templates: ['Auto-DevOps', 'Security/Container-Scanning', 'Jobs/Container-Scanning', 'container-scanning'],
  }),
  sca('grype', 'Grype', many, {
    commands: ['grype'],
    actions: ['anchore/scan-action', 'anchore/grype-action'],
    images: ['anchore/grype'],
  }),
  sca('anchore', 'Anchore Enterprise', many, {
    commands: ['anchorectl image|sbom', 'anchore-cli image'],
    jenkins: ['anchore'],
  }),
  sca('clair', 'Clair', many, { commands: ['clair-scanner', 'clairctl report'], images: ['arminc/clair-local-scan'] }),
  sca('docker-scout', 'Docker Scout', many, {
    commands: ['docker scout cves|quickview|compare'],
    actions: ['docker/scout-action'],
  }),
  sca('snyk', 'Snyk Open Source / Container', many, {
    commands: ['snyk test|monitor', 'snyk container test|monitor'],
    actions: ['snyk/actions/*[command=test|monitor|]', 'snyk/actions'],
    tasks: ['SnykSecurityScan'],
    orbs: ['snyk/snyk'],
    jenkins: ['snykSecurity'],
  }),
  sca('dependency-review', 'GitHub dependency review', many, { actions: ['actions/dependency-review-action'] }),
  sca('pip-audit', 'pip-audit', ['Python'], {
    commands: ['pip-audit', 'pip_audit', 'uv audit'],
    actions: ['pypa/gh-action-pip-audit', 'trailofbits/gh-action-pip-audit'],
  }),
  sca('safety', 'Safety', ['Python'], {
    commands: ['safety check|scan'],
    actions: ['pyupio/safety', 'pyupio/safety-action'],
    images: ['pyupio/safety'],
  }),
  sca('cargo-audit', 'cargo audit', ['Rust'], {
    commands: ['cargo audit', 'cargo-audit'],
    actions: ['rustsec/audit-check', 'actions-rs/audit-check', 'actions-rust-lang/audit'],
  }),
  sca('cargo-deny', 'cargo deny (advisories)', ['Rust'], {
    commands: [
      'cargo deny !bans !licenses !sources',
      'cargo deny ~advisories',
      'cargo-deny !bans !licenses !sources',
      'cargo-deny ~advisories',
    ],
    actions: [
      'EmbarkStudios/cargo-deny-action[command=|check|check advisories*|check * advisories*|check all|check -*|check --*]',
    ],
  }),
  sca('npm-audit', 'npm audit', js, {
    commands: [
      'npm audit !signatures',
      'audit-ci',
      'better-npm-audit',
      'npm-audit-resolver|check-audit|resolve-audit',
      'improved-yarn-audit',
      'npm-audit-ci-wrapper',
    ],
    actions: ['oke-py/npm-audit-action', 'IBM/audit-ci'],
  }),
  sca('yarn-audit', 'yarn audit', js, { commands: ['yarn audit', 'yarn npm audit'] }),
  sca('pnpm-audit', 'pnpm audit', js, { commands: ['pnpm audit', 'bun audit'] }),
  sca('retire', 'Retire.js', js, { commands: ['retire'], actions: ['RetireJS/retire-js-action'] }),
  sca('auditjs', 'AuditJS', js, { commands: ['auditjs ossi|iq'] }),
  sca('socket', 'Socket', many, {
    commands: ['socket ci|scan', 'socketcli|socketsecurity'],
    actions: ['SocketDev/action', 'socketdev/action'],
  }),
  sca('owasp-dependency-check', 'OWASP Dependency-Check', many, {
    commands: [
      'dependency-check|dependency-check.sh|dependency-check.bat',
      'mvn ~org.owasp:dependency-check-maven*|dependency-check:*',
      'gradle ~dependencyCheckAnalyze|dependencyCheckAggregate|:dependencyCheckAnalyze|:dependencyCheckAggregate',
      'sbt ~dependencyCheck*',
    ],
    actions: ['dependency-check/Dependency-Check_Action'],
    images: ['owasp/dependency-check', 'owasp/dependency-check-action'],
    tasks: ['dependency-check-build-task'],
    orbs: ['entrostat/owasp-dependency-check'],
    jenkins: ['dependencyCheck'],
  }),
  sca('gemnasium', 'GitLab dependency scanning', many, {
    templates: ['Auto-DevOps', 'Security/Dependency-Scanning', 'Jobs/Dependency-Scanning', 'dependency-scanning'],
    images: ['security-products/gemnasium*'],
  }),
  sca('bundler-audit', 'bundler-audit', ['Ruby'], {
    commands: ['bundle-audit|bundler-audit', 'bundle audit', 'rake ~bundle:audit*'],
    actions: [
      'andrewmcodes/bundler-audit-action',
      'thoughtbot/bundler-audit-action',
      'standardrb/bundler-audit-action',
    ],
  }),
  sca('ruby-audit', 'ruby_audit', ['Ruby'], { commands: ['ruby-audit check'] }),
  sca('composer-audit', 'composer audit', ['PHP'], {
    commands: [
      'composer audit',
      'local-php-security-checker',
      'security-checker security:check',
      'symfony check:security|security:check',
    ],
    actions: ['symfonycorp/security-checker-action'],
  }),
  sca('nuget-audit', 'NuGet vulnerability audit', ['C#', 'F#', 'Visual Basic .NET'], {
    commands: ['dotnet list ~--vulnerable', 'dotnet package list ~--vulnerable', 'dotnet-retire'],
  }),
  sca('mix-audit', 'mix_audit', ['Elixir'], { commands: ['mix deps.audit', 'mix hex.audit'] }),
  sca('fossa', 'FOSSA', many, {
    commands: ['fossa test'],
    actions: ['fossas/fossa-action[run-tests=*]'],
  }),
  sca('blackduck', 'Black Duck', many, {
    commands: ['detect.sh|synopsys-detect*'],
    actions: ['synopsys-sig/detect-action', 'blackduck-inc/black-duck-security-scan', 'synopsys-sig/synopsys-action'],
    tasks: ['BlackDuckDetectTask', 'SynopsysDetectTask'],
    jenkins: ['synopsys_detect', 'blackduck_detect'],
  }),
  sca('mend', 'Mend (WhiteSource)', many, {
    commands: ['mend dep|sca', 'java ~wss-unified-agent.jar'],
    tasks: ['WhiteSource', 'WhiteSource Bolt'],
  }),
  sca('sonatype-iq', 'Sonatype Lifecycle', many, {
    commands: [
      'mvn ~com.sonatype.clm:*|org.sonatype.ossindex.maven:*|ossindex:*',
      'gradle ~ossIndexAudit|nexusIQScan',
      'jake ddt|iq',
    ],
    actions: ['sonatype/actions/*', 'sonatype-nexus-community/iq-github-action'],
    tasks: ['NexusIqPipelineTask'],
    jenkins: ['nexusPolicyEvaluation'],
  }),
  sca('jfrog-xray', 'JFrog Xray', many, {
    commands: ['jf|jfrog audit|scan|build-scan|docker'],
    actions: ['jfrog/frogbot'],
    tasks: ['JFrogAudit', 'JfrogAudit', 'JFrogXrayScan'],
    jenkins: ['xrayScan'],
  }),
  sca('dependency-track', 'OWASP Dependency-Track', many, {
    actions: ['DependencyTrack/gh-upload-sbom'],
    jenkins: ['dependencyTrackPublisher'],
  }),
  sca('component-detection', 'Advanced Security dependency scanning', many, {
    tasks: ['AdvancedSecurity-Dependency-Scanning', 'ComponentGovernanceComponentDetection'],
  }),
  sca('aqua', 'Aqua scanner', many, { tasks: ['aquasecScanner'], jenkins: ['aqua'] }),
  sca('prisma-cloud', 'Prisma Cloud image scan', many, {
    commands: ['twistcli images'],
    actions: ['PaloAltoNetworks/prisma-cloud-scan'],
  }),
  sca('wiz', 'Wiz', many, { commands: ['wizcli docker|dir|scan'] }),
  sca('vuls', 'Vuls', many, { commands: ['vuls scan'] }),
  sca('depscan', 'OWASP dep-scan', many, {
    commands: ['depscan'],
    images: ['owasp-dep-scan/dep-scan', 'appthreat/dep-scan'],
    actions: ['AppThreat/dep-scan*'],
  }),
  sca('vulnix', 'vulnix', ['Nix'], { commands: ['vulnix'] }),
];
