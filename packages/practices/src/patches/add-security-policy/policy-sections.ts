// SPDX-License-Identifier: Apache-2.0
import type { PolicySections } from '@plumbline/core/facts/security-policy';

/** A section of a disclosure policy and what of ISO/IEC 29147 it covers. */
export type PolicySection = {
  readonly heading: string;
  readonly covers: readonly (keyof PolicySections)[];
  readonly text: string;
};

/** Our wording of a policy that small teams can keep; the numbers are proposals. */
export function policySections(product: string, channel: string): readonly PolicySection[] {
  return [
    {
      heading: 'Reporting a vulnerability',
      covers: ['channel'],
      text: `Report a suspected vulnerability in private at <${channel}>.\nPlease do not open a public issue or pull request about it.`,
    },
    {
      heading: 'Scope',
      covers: ['scope'],
      text: `In scope is everything in this repository and what we release from it as ${product}. Out of scope are services of other\npeople, denial of service by volume, and findings of scanners without a way to exploit them.`,
    },
    {
      heading: 'What to send',
      covers: ['whatToSend'],
      text: 'Please include the version or commit, the steps or a proof of concept that shows the problem, what an attacker gains,\nand how you would like to be credited.',
    },
    {
      heading: 'What happens then',
      covers: ['responseTimes'],
      text: 'We acknowledge a report within 3 working days, tell you within 10 working days whether we can confirm it, and keep you\ninformed at least every 14 days until it is fixed. We aim to release a fix within 90 days.',
    },
    {
      heading: 'Coordinated disclosure',
      covers: ['coordination'],
      text: 'We agree with you on the day of publication and publish an advisory together with the fix. Where others are affected, we\ncoordinate with them under embargo first. If a vulnerability is being exploited, we publish as soon as there is a fix.',
    },
    {
      heading: 'Safe harbour',
      covers: ['safeHarbour'],
      text: 'We will not take legal action over research in good faith that follows this policy, respects the privacy of others, does\nnot degrade a service, and gives us a reasonable time before publication. If in doubt, ask first.',
    },
    {
      heading: 'Credit',
      covers: ['credit'],
      text: 'We credit you in the advisory under the name of your choice, unless you would rather stay anonymous.',
    },
    {
      heading: 'Supported versions',
      covers: ['supportedVersions'],
      text: 'Security fixes are made for the newest release.',
    },
  ];
}
