// SPDX-License-Identifier: Apache-2.0
import type { PrivateChannel } from '@plumbline/core/facts/security-policy';
import { readYaml } from '../../platform/located-yaml/read-yaml.ts';
import { listOf, memberOf, textOf } from '../../platform/syntax/json-value.ts';
import { channelOf } from './channel-words.ts';
import { emailAddresses } from './email-addresses.ts';

export const contactLinksPath: RegExp = /^\.(?:github|gitea|forgejo)\/issue_template\/config\.ya?ml$/iu;

const linksMax = 50;

/** Contact links of the issue templates are channels (never a policy) where they lead to a private way to report. */
export function contactLinkChannels(path: string, text: string): readonly PrivateChannel[] {
  const reading = readYaml(text);
  if (reading.state === 'refused') return [];
  return listOf(memberOf(reading.value, 'contact_links'))
    .slice(0, linksMax)
    .flatMap((link, index): readonly PrivateChannel[] => {
      const url = textOf(memberOf(link, 'url')) ?? '';
      const words = ['name', 'about'].map((key) => textOf(memberOf(link, key)) ?? '').join(' ');
      const at = { path, line: reading.lineOf(['contact_links', index, 'url']) };
      const known = channelOf(url);
      if (known !== undefined) return [{ kind: known.kind, value: url, at }];
      if (!/secur|vulnerab/iu.test(words)) return [];
      const [email] = emailAddresses(url.replace(/^mailto:/iu, ' '));
      if (email !== undefined) return [{ kind: 'email', value: email.address, at }];
      return /\/security\/advisories\/?$/iu.test(url) ? [{ kind: 'forge-private-report', value: url, at }] : [];
    });
}
