// SPDX-License-Identifier: Apache-2.0
import type { PrivateChannel, SecurityPolicy } from '@plumbline/core/facts/security-policy';
import type { SecurityTxt } from '@plumbline/core/facts/security-txt';

const at = (line: number): { readonly path: string; readonly line: number } => ({ path: 'SECURITY.md', line });

export function aChannel(channel: Partial<PrivateChannel> = {}): PrivateChannel {
  return { kind: 'email', value: 'security@example.com', at: at(7), ...channel };
}

/** A policy that says everything; fixtures take parts out of it. */
export function aPolicy(policy: Partial<SecurityPolicy> = {}): SecurityPolicy {
  return {
    documents: [at(1)],
    channels: [aChannel()],
    sections: {
      scope: at(3),
      channel: at(7),
      whatToSend: at(11),
      responseTimes: at(15),
      coordination: at(19),
      safeHarbour: at(23),
      credit: at(27),
      supportedVersions: at(31),
    },
    elsewhere: [],
    placeholder: false,
    ...policy,
  };
}

/** A valid security.txt that ends with the year 2026. */
export function aSecurityTxt(txt: Partial<SecurityTxt> = {}): SecurityTxt {
  return {
    path: '.well-known/security.txt',
    contacts: ['mailto:security@example.com'],
    expires: '2026-12-31T23:59:59Z',
    policy: null,
    signed: false,
    problems: [],
    placeholder: false,
    ...txt,
  };
}
