// SPDX-License-Identifier: Apache-2.0

/** Text as a reader sees it: link targets, emphasis, code marks and HTML tags taken out, quotes made straight. */
export function plainText(text: string): string {
  return text
    .replace(/!?\[([^\][]{0,300})\]\([^()\s]{0,500}(?:\s[^()]{0,200})?\)/gu, '$1')
    .replace(/!?\[([^\][]{1,300})\]\[[^\][]{0,200}\]/gu, '$1')
    .replace(/`([^`<]{0,300})<[^<>`]{1,500}>`_{1,2}/gu, '$1')
    .replace(/<\/?[a-z][^<>@]{0,300}>/giu, '')
    .replace(/[*`\\]|(?<![\p{L}\p{N}])_{1,2}|_{1,2}(?![\p{L}\p{N}])/gu, '')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u201C\u201D]/gu, '"')
    .replace(/&(?:nbsp|#160);/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
