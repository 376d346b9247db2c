// SPDX-License-Identifier: Apache-2.0

/** The checks of a task; a name that ends in `*` is required. A task that is not here has one required check without an answer. */
export const fixtureTasks: { readonly [task: string]: readonly string[] } = {
  'PO.1.3': ['suppliers-told-requirements*'],
  'PO.2.1': ['security-roles-named*', 'code-owners-cover-sources', 'roles-match-permissions'],
  'PO.3.1': ['sast-configured*', 'sca-configured*', 'secret-scanning-configured', 'dependency-updates-configured*'],
  'PO.3.2': ['workflow-actions-pinned*', 'workflow-tokens-least-privilege*', 'workflows-not-injectable*'],
  'PO.5.1': ['builds-isolated*', 'members-use-mfa*'],
  'PS.1.1': ['default-branch-protected*', 'commits-signed'],
  'PS.2.1': ['release-has-checksums*', 'release-signed*'],
  'PS.3.2': ['release-has-sbom*'],
  'PW.1.1': ['threat-model-present*'],
  'PW.1.2': ['design-decisions-recorded*', 'exceptions-expire*'],
  'PW.4.1': ['components-without-known-vulnerabilities*', 'components-locked*'],
  'PW.4.2': ['in-house-components-assessed*'],
  'PW.5.1': ['secure-coding-rules-enforced*'],
  'PW.6.2': ['compiler-hardening-enabled*'],
  'PW.7.1': ['review-and-analysis-decided*'],
  'PW.7.2': ['changes-reviewed*', 'sast-runs-on-changes*'],
  'PW.8.2': ['tests-run-on-changes*', 'fuzzing-configured'],
  'RV.1.1': ['security-policy-present*', 'reporting-channel-private*', 'security-txt-present'],
  'RV.1.3': ['disclosure-policy-complete*'],
  'RV.3.1': ['root-causes-recorded*'],
};
