// SPDX-License-Identifier: Apache-2.0
/** A key as `awskms://[ENDPOINT]/KEY` names it: by ARN, id or alias. Without a region the client's own settings have one. */
export type AwsKmsKey = { readonly key: string; readonly region: string | null; readonly endpoint: string | null };

const uri = /^awskms:\/\/([A-Za-z0-9.-]+(?::\d{1,5})?)?\/([A-Za-z0-9:/_-]{1,2048})$/u;
const arn = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:(?:key|alias)\/[A-Za-z0-9/_-]+$/u;
const idOrAlias = /^(?:alias\/[A-Za-z0-9/_-]+|[A-Za-z0-9-]+)$/u;

/** Null when it names no key of AWS KMS. */
export function parseAwsKmsUri(text: string): AwsKmsKey | null {
  const [, host, key = ''] = uri.exec(text) ?? [];
  const region = arn.exec(key)?.[1] ?? null;
  if (region === null && !idOrAlias.test(key)) return null;
  return { key, region, endpoint: host === undefined ? null : `https://${host}` };
}
