// SPDX-License-Identifier: Apache-2.0
import type { Profile } from '@plumbline/core/verdicts/profile';

/** All checks of each task at the full strength of their sources: tested where something can be tried. */
export const high: Profile = {
  id: 'high',
  title: 'High',
  description:
    'All checks of each task, the negative test of the gate, verified commits and tags, and signing keys in hardware, tested where something can be tried.',
  requirements: {
    'PO.1.1': [
      { check: 'infrastructure-requirements-documented', strength: 'documented' },
      { check: 'infrastructure-requirements-checked', strength: 'documented' },
    ],
    'PO.1.2': [
      { check: 'software-requirements-registered', strength: 'documented' },
      { check: 'software-requirements-covered', strength: 'documented' },
      { check: 'requirements-reviewed-yearly', strength: 'documented' },
    ],
    'PO.1.3': [{ check: 'suppliers-told-requirements', strength: 'documented' }],
    'PO.2.1': [
      { check: 'security-roles-named', strength: 'documented' },
      { check: 'security-roles-assigned', strength: 'documented' },
      { check: 'code-owners-cover-sources', strength: 'observed' },
      { check: 'roles-match-permissions', strength: 'observed' },
    ],
    'PO.2.2': [{ check: 'contributors-trained', strength: 'documented' }],
    'PO.2.3': [{ check: 'management-commitment', strength: 'documented' }],
    'PO.3.1': [
      { check: 'toolchain-declared', strength: 'documented' },
      { check: 'toolchain-as-declared', strength: 'observed' },
      { check: 'sast-configured', strength: 'observed' },
      { check: 'sca-configured', strength: 'observed' },
      { check: 'secret-scanning-configured', strength: 'observed' },
      { check: 'dependency-updates-configured', strength: 'observed' },
    ],
    'PO.3.2': [
      { check: 'workflow-actions-pinned', strength: 'observed' },
      { check: 'workflow-tokens-least-privilege', strength: 'observed' },
      { check: 'workflows-not-injectable', strength: 'observed' },
      { check: 'no-untrusted-checkout-with-secrets', strength: 'observed' },
      { check: 'toolchain-kept-current', strength: 'observed' },
    ],
    'PO.3.3': [{ check: 'tools-leave-artifacts', strength: 'observed' }],
    'PO.4.1': [
      { check: 'gate-criteria-defined', strength: 'documented' },
      { check: 'gate-criteria-enforced', strength: 'observed' },
      { check: 'gate-blocks-violations', strength: 'tested' },
    ],
    'PO.4.2': [
      { check: 'gate-results-kept', strength: 'observed' },
      { check: 'evidence-intact', strength: 'observed' },
    ],
    'PO.5.1': [
      { check: 'builds-isolated', strength: 'observed' },
      { check: 'deployments-approved', strength: 'observed' },
      { check: 'members-use-mfa', strength: 'observed' },
      { check: 'environments-separated', strength: 'documented' },
    ],
    'PO.5.2': [
      { check: 'endpoints-hardened', strength: 'observed' },
      { check: 'commit-keys-in-hardware', strength: 'observed' },
    ],
    'PS.1.1': [
      { check: 'default-branch-protected', strength: 'observed' },
      { check: 'history-not-rewritable', strength: 'observed' },
      { check: 'write-access-least-privilege', strength: 'observed' },
      { check: 'changes-need-review', strength: 'observed' },
      { check: 'commits-signed', strength: 'observed' },
      { check: 'commit-signatures-verify', strength: 'tested' },
      { check: 'no-secrets-in-history', strength: 'observed' },
    ],
    'PS.2.1': [
      { check: 'release-has-checksums', strength: 'observed' },
      { check: 'release-signed', strength: 'observed' },
      { check: 'release-tags-signed', strength: 'observed' },
      { check: 'release-tag-signatures-verify', strength: 'tested' },
      { check: 'release-signature-verifies', strength: 'tested' },
      { check: 'verification-guide-published', strength: 'documented' },
      { check: 'signing-keys-in-hardware', strength: 'observed' },
    ],
    'PS.3.1': [
      { check: 'releases-archived', strength: 'observed' },
      { check: 'archive-restorable', strength: 'tested' },
    ],
    'PS.3.2': [
      { check: 'release-has-sbom', strength: 'observed' },
      { check: 'sbom-complete', strength: 'observed' },
      { check: 'sbom-matches-lockfiles', strength: 'observed' },
      { check: 'release-has-provenance', strength: 'observed' },
      { check: 'provenance-verifies', strength: 'tested' },
      { check: 'release-provenance-or-sbom', strength: 'observed' },
    ],
    'PW.1.1': [
      { check: 'threat-model-present', strength: 'documented' },
      { check: 'threat-model-current', strength: 'documented' },
      { check: 'threats-decided', strength: 'documented' },
    ],
    'PW.1.2': [
      { check: 'design-decisions-recorded', strength: 'documented' },
      { check: 'risks-tracked', strength: 'documented' },
      { check: 'exceptions-expire', strength: 'asserted' },
    ],
    'PW.1.3': [{ check: 'standard-security-features-used', strength: 'observed' }],
    'PW.2.1': [
      { check: 'design-reviewed-independently', or: ['design-analysed-automatically'], strength: 'documented' },
    ],
    'PW.4.1': [
      { check: 'components-without-known-vulnerabilities', strength: 'observed' },
      { check: 'components-maintained', strength: 'observed' },
      { check: 'components-locked', strength: 'observed' },
      { check: 'component-intake-decided', strength: 'documented' },
    ],
    'PW.4.2': [{ check: 'in-house-components-assessed', strength: 'documented' }],
    'PW.4.4': [
      { check: 'component-integrity-verified', strength: 'observed' },
      { check: 'components-monitored', strength: 'observed' },
      { check: 'no-known-exploited-components', strength: 'observed' },
      { check: 'no-malicious-components', strength: 'observed' },
    ],
    'PW.5.1': [
      { check: 'secure-coding-rules-enforced', strength: 'observed' },
      { check: 'coding-standard-documented', strength: 'documented' },
      { check: 'unsafe-constructs-absent-or-decided', strength: 'observed' },
    ],
    'PW.6.1': [
      { check: 'build-tools-supported', strength: 'observed' },
      { check: 'build-tools-pinned', strength: 'observed' },
    ],
    'PW.6.2': [
      { check: 'compiler-hardening-enabled', strength: 'observed' },
      { check: 'binaries-hardened', strength: 'observed' },
      { check: 'build-reproducible', strength: 'tested' },
    ],
    'PW.7.1': [
      { check: 'review-and-analysis-decided', strength: 'documented' },
      { check: 'analysis-decision-matches-ci', strength: 'observed' },
    ],
    'PW.7.2': [
      { check: 'changes-reviewed', strength: 'observed' },
      { check: 'sast-runs-on-changes', strength: 'observed' },
      { check: 'analysis-findings-triaged', strength: 'observed' },
    ],
    'PW.8.1': [
      { check: 'executable-testing-decided', strength: 'documented' },
      { check: 'testing-decision-matches-ci', strength: 'observed' },
    ],
    'PW.8.2': [
      { check: 'tests-run-on-changes', strength: 'observed' },
      { check: 'fuzzing-configured', strength: 'observed' },
      { check: 'dynamic-testing-performed', strength: 'observed' },
      { check: 'test-findings-triaged', strength: 'observed' },
    ],
    'PW.9.1': [{ check: 'secure-defaults-defined', strength: 'documented' }],
    'PW.9.2': [
      { check: 'configuration-hardened', strength: 'observed' },
      { check: 'secure-defaults-tested', strength: 'observed' },
    ],
    'RV.1.1': [
      { check: 'security-policy-present', strength: 'documented' },
      { check: 'reporting-channel-private', strength: 'documented' },
      { check: 'security-txt-present', strength: 'documented' },
      { check: 'reporting-channel-live', strength: 'tested' },
      { check: 'reports-answered-in-time', strength: 'observed' },
      { check: 'components-monitored', strength: 'observed' },
    ],
    'RV.1.2': [{ check: 'supported-releases-rescanned', strength: 'observed' }],
    'RV.1.3': [
      { check: 'disclosure-policy-complete', strength: 'documented' },
      { check: 'response-team-named', strength: 'documented' },
    ],
    'RV.2.1': [{ check: 'vulnerabilities-analysed-in-time', strength: 'observed' }],
    'RV.2.2': [
      { check: 'vulnerabilities-remediated-in-time', strength: 'observed' },
      { check: 'advisories-published', strength: 'observed' },
    ],
    'RV.3.1': [{ check: 'root-causes-recorded', strength: 'documented' }],
    'RV.3.2': [{ check: 'root-cause-trends-reviewed', strength: 'documented' }],
    'RV.3.3': [{ check: 'similar-vulnerabilities-searched', strength: 'documented' }],
    'RV.3.4': [{ check: 'process-improved', strength: 'documented' }],
  },
};
