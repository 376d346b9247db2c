// SPDX-License-Identifier: Apache-2.0

const lengthMin = 4;
const textsMax = 100;

/**
 * A text with every occurrence of the given ones, and of their lines, replaced by `***`: what a report shows as a secret must
 * not come back in its messages. Shorter than four characters is no secret, and would tear words apart.
 */
export function withoutTexts(text: string, secrets: readonly string[]): string {
  const parts = secrets
    .slice(0, textsMax)
    .flatMap((secret) => [secret, ...secret.split('\n', 20)])
    .map((part) => part.trim())
    .filter((part) => part.length >= lengthMin)
    .sort((a, b) => b.length - a.length);
  return parts.reduce((shown, part) => shown.replaceAll(part, '***'), text);
}
