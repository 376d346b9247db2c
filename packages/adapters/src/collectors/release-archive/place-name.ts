// SPDX-License-Identifier: Apache-2.0

/** A folder by its own name, wherever it lies on this machine; a bucket as it is. */
export function placeName(archive: string): string {
  if (archive.startsWith('s3://')) return archive;
  const [scheme, path] = archive.startsWith('oci:') ? ['oci:', archive.slice('oci:'.length)] : ['', archive];
  return `${scheme}${path.split(/[/\\]/u).findLast((part) => part !== '') ?? path}`;
}
