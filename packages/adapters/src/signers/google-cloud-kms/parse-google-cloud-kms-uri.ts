// SPDX-License-Identifier: Apache-2.0
const uri =
  /^gcpkms:\/\/(projects\/[^/\s]{1,100}\/locations\/[^/\s]{1,63}\/keyRings\/[\w-]{1,63}\/cryptoKeys\/[\w-]{1,63})\/(?:cryptoKeyVersions|versions)\/(\d{1,10})$/u;

/** The full name of a version of a key in Google Cloud KMS; null when the URI names none. A key without its version never signs. */
export function parseGoogleCloudKmsUri(text: string): string | null {
  const [, key, version] = uri.exec(text) ?? [];
  return key === undefined || version === undefined ? null : `${key}/cryptoKeyVersions/${version}`;
}
