// SPDX-License-Identifier: Apache-2.0

const secretRule =
  /(?:^|\.)secrets?\.|detected-[a-z0-9-]{0,80}(?:key|token|secret|password|credential|oauth|auth|account)/i;

/** Whether a rule of Semgrep's registry looks for secrets, by its id: `generic.secrets.security.detected-aws-key`. */
export function isSemgrepSecretRule(id: string): boolean {
  return secretRule.test(id.slice(0, 300));
}
