// SPDX-License-Identifier: Apache-2.0

/**
 * Text that a template brought and nobody replaced: the forge's own, brackets to fill in, addresses of documentation
 * domains (RFC 2606), markers of `plumbline init`.
 */
const template =
  /use this section to tell people|tell them where to go, how often they can expect|\[(?:insert|your|enter|add|replace|contact|project|company|e-?mail|name|security|maintainer|todo|tbd|xxx)\b[^\]]{0,80}\](?![([:])|<(?:your|insert|enter|add|replace)[^<>]{0,60}>|\{\{[^{}]{0,80}\}\}|\$\{[^{}]{1,60}\}|\btodo:|\btbd\b|\byour[-_ ]?(?:e-?mail|domain|company|project|org)[-_ ]?(?:address|name)?\b(?=[@.\]>])|\b(?:lorem ipsum)\b|<<[a-z _-]{2,40}>>/iu;

const reserved =
  /@(?:[\w.-]{0,100}\.)?(?:example\.(?:com|org|net|edu)|[\w-]{0,40}\.?(?:example|invalid|test|localhost)|your[-_]?(?:domain|company|project|org|site|email)[\w.-]{0,40}|domain\.(?:com|tld)|yourdomain[\w.]{0,20}|company\.com|mycompany\.com|acme\.com)$/iu;

export const isTemplateText = (text: string): boolean => template.test(text);

export const isReservedAddress = (address: string): boolean => reserved.test(address);
