// SPDX-License-Identifier: Apache-2.0
import type { Profile } from '@plumbline/core/verdicts/profile';

/** The foremost checks of each task. Where a machine can look, an assertion is not enough. */
export const baseline: Profile = {
  id: 'baseline',
  title: 'Baseline',
  description:
    'The least that each task asks: its foremost checks. Where only people can say, a named person’s word is enough.',
  requirements: {
    'PO.1.1': [{ check: 'infrastructure-requirements-documented', strength: 'asserted' }],
    'PO.1.2': [{ check: 'software-requirements-registered', strength: 'asserted' }],
    'PO.1.3': [{ check: 'suppliers-told-requirements', strength: 'asserted' }],
    'PO.2.1': [{ check: 'security-roles-assigned', strength: 'asserted' }],
    'PO.2.2': [{ check: 'contributors-trained', strength: 'asserted' }],
    'PO.2.3': [{ check: 'management-commitment', strength: 'asserted' }],
    'PO.3.1': [
      { check: 'toolchain-declared', strength: 'asserted' },
      { check: 'sast-configured', strength: 'observed' },
      { check: 'sca-configured', strength: 'observed' },
    ],
    'PO.3.2': [
      { check: 'workflow-actions-pinned', strength: 'observed' },
      { check: 'workflow-tokens-least-privilege', strength: 'observed' },
      { check: 'workflows-not-injectable', strength: 'observed' },
      { check: 'no-untrusted-checkout-with-secrets', strength: 'observed' },
    ],
    'PO.3.3': [{ check: 'tools-leave-artifacts', strength: 'observed' }],
    'PO.4.1': [{ check: 'gate-criteria-defined', strength: 'asserted' }],
    'PO.4.2': [{ check: 'gate-results-kept', strength: 'observed' }],
    'PO.5.1': [
      { check: 'builds-isolated', strength: 'observed' },
      { check: 'members-use-mfa', strength: 'observed' },
    ],
    'PO.5.2': [{ check: 'endpoints-hardened', strength: 'observed' }],
    'PS.1.1': [
      { check: 'default-branch-protected', strength: 'observed' },
      { check: 'changes-need-review', strength: 'observed' },
    ],
    'PS.2.1': [
      { check: 'release-has-checksums', strength: 'observed' },
      { check: 'release-signed', strength: 'observed' },
    ],
    'PS.3.1': [{ check: 'releases-archived', strength: 'documented' }],
    'PS.3.2': [{ check: 'release-has-sbom', strength: 'observed' }],
    'PW.1.1': [{ check: 'threat-model-present', strength: 'documented' }],
    'PW.1.2': [
      { check: 'design-decisions-recorded', strength: 'documented' },
      { check: 'exceptions-expire', strength: 'asserted' },
    ],
    'PW.1.3': [{ check: 'standard-security-features-used', strength: 'asserted' }],
    'PW.2.1': [{ check: 'design-reviewed-independently', or: ['design-analysed-automatically'], strength: 'asserted' }],
    'PW.4.1': [
      { check: 'components-without-known-vulnerabilities', strength: 'observed' },
      { check: 'components-locked', strength: 'observed' },
    ],
    'PW.4.2': [{ check: 'in-house-components-assessed', strength: 'asserted' }],
    'PW.4.4': [
      { check: 'components-monitored', strength: 'observed' },
      { check: 'no-known-exploited-components', strength: 'observed' },
    ],
    'PW.5.1': [{ check: 'secure-coding-rules-enforced', strength: 'observed' }],
    'PW.6.1': [{ check: 'build-tools-supported', strength: 'observed' }],
    'PW.6.2': [{ check: 'compiler-hardening-enabled', strength: 'observed' }],
    'PW.7.1': [{ check: 'review-and-analysis-decided', strength: 'asserted' }],
    'PW.7.2': [
      { check: 'changes-reviewed', strength: 'observed' },
      { check: 'sast-runs-on-changes', strength: 'observed' },
    ],
    'PW.8.1': [{ check: 'executable-testing-decided', strength: 'asserted' }],
    'PW.8.2': [{ check: 'tests-run-on-changes', strength: 'observed' }],
    'PW.9.1': [{ check: 'secure-defaults-defined', strength: 'asserted' }],
    'PW.9.2': [{ check: 'configuration-hardened', strength: 'observed' }],
    'RV.1.1': [
      { check: 'security-policy-present', strength: 'documented' },
      { check: 'reporting-channel-private', strength: 'documented' },
    ],
    'RV.1.2': [{ check: 'supported-releases-rescanned', strength: 'observed' }],
    'RV.1.3': [{ check: 'disclosure-policy-complete', strength: 'documented' }],
    'RV.2.1': [{ check: 'vulnerabilities-analysed-in-time', strength: 'observed' }],
    'RV.2.2': [{ check: 'vulnerabilities-remediated-in-time', strength: 'observed' }],
    'RV.3.1': [{ check: 'root-causes-recorded', strength: 'asserted' }],
    'RV.3.2': [{ check: 'root-cause-trends-reviewed', strength: 'asserted' }],
    'RV.3.3': [{ check: 'similar-vulnerabilities-searched', strength: 'asserted' }],
    'RV.3.4': [{ check: 'process-improved', strength: 'asserted' }],
  },
};
