// SPDX-License-Identifier: Apache-2.0
/** https://slsa.dev/spec/v1.1/verification_summary */
export const verificationSummaryType = 'https://slsa.dev/verification_summary/v1';
