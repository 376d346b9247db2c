// SPDX-License-Identifier: Apache-2.0
import { oidOf } from '../der/der-fields.ts';
import { contextTag, type DerValue, derTags } from '../der/der-value.ts';

/** Signed data (RFC 5652 §5.1), taken apart; nothing of it is checked yet. */
export type SignedData = {
  /** What kind of content is signed, by its object identifier. */
  readonly contentType: string | null;
  /** The content itself; left out where it is signed apart. */
  readonly content: DerValue | undefined;
  readonly certificates: readonly DerValue[];
  /** The SignerInfo; null where there is not exactly one. */
  readonly signer: DerValue | null;
};

const signedData = '1.2.840.113549.1.7.2';

/** The signed data in a ContentInfo (RFC 5652 §3); null for anything else. */
export function readSignedData({ parts: [type, held] }: DerValue): SignedData | null {
  const parts = held?.parts[0]?.parts;
  if (oidOf(type) !== signedData || parts === undefined) return null;
  const [contentType, content] = parts[2]?.parts ?? [];
  const signers = parts.at(-1);
  const [signer, ...others] = signers?.tag === derTags.set ? signers.parts : [];
  return {
    contentType: oidOf(contentType),
    content,
    certificates: parts.find(({ tag }) => tag === contextTag(0, 'constructed'))?.parts ?? [],
    signer: signer === undefined || others.length > 0 ? null : signer,
  };
}
