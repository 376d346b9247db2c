// SPDX-License-Identifier: Apache-2.0

/** The user part of a URL: a name or a token. `git@` of ssh is neither. */
const userInfo = /:\/\/(?!git@)[^\s/@'"<>]{1,700}@/g;

/** Tokens that their issuers made to be recognised. Bounded, so that long text takes linear time. */
const tokens =
  /\b(?:gh[pousr]_\w{16,255}|github_pat_\w{20,255}|gl[a-z]{1,5}-[\w-]{20,255}|npm_[A-Za-z0-9]{30,80}|pypi-[\w-]{40,300}|(?:AKIA|ASIA)[0-9A-Z]{16}|xox[abeoprs]-[\w-]{10,255}|sk_live_\w{16,255}|eyJ[\w-]{10,4096}\.[\w-]{10,4096}\.[\w-]{10,4096})/g;

/** Text with credentials in URLs left out and known forms of tokens replaced by `***`. */
export function withoutSecretText(text: string): string {
  const plain = text.includes('://') ? text.replace(userInfo, '://') : text;
  return plain.length < 20 ? plain : plain.replace(tokens, '***');
}

/**
 * The same for every string in plain data. Facts quote what people wrote, answers quote facts, and reports travel: what
 * is secret ends here (DESIGN §9). A value without secrets is returned as it is.
 */
export function withoutSecrets<T>(value: T): T {
  return cleaned(value) as T; // the same shape: only texts change
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecretText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(cleaned);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value).map(([key, member]) => [withoutSecretText(key), cleaned(member)] as const);
  const same = entries.every(([key, member]) => (value as { [key: string]: unknown })[key] === member);
  return same ? value : Object.fromEntries(entries);
}
