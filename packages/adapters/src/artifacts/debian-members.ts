// SPDX-License-Identifier: Apache-2.0
import { ArchiveFault } from '../platform/archives/archive-file.ts';
import type { ByteSource } from '../platform/archives/byte-source.ts';

/** A tar of a Debian package, and where it lies in the file. */
export type DebianMember = { readonly name: string; readonly from: number; readonly to: number };

const magic = '!<arch>\n';
const headBytes = 60;
const membersMax = 20;

export function isDebian(start: Buffer): boolean {
  return start.toString('latin1', 0, magic.length) === magic && start.toString('latin1', 8, 21) === 'debian-binary';
}

/** deb(5): an ar archive of `debian-binary`, `control.tar` and `data.tar`, in this order. Throws ArchiveFault. */
export async function debianMembers(source: ByteSource): Promise<readonly DebianMember[]> {
  const members: DebianMember[] = [];
  for (let at = magic.length; at + headBytes <= source.size;) {
    const head = (await source.read(at, headBytes)).toString('latin1');
    const size = Number(head.slice(48, 58).trim());
    const from = at + headBytes;
    if (head.slice(58) !== '`\n' || !Number.isSafeInteger(size) || size < 0 || from + size > source.size)
      throw new ArchiveFault('it is torn');
    const name = head.slice(0, 16).trim().replace(/\/$/u, '');
    if (/^(?:control|data)\.tar/u.test(name) && size > 0) members.push({ name, from, to: from + size });
    if (members.length > membersMax) throw new ArchiveFault('more members than a package has');
    at = from + size + (size % 2);
  }
  return members;
}
