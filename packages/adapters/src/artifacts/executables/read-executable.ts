// SPDX-License-Identifier: Apache-2.0
import { inflateSync } from 'node:zlib';
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import type { ByteSource } from '../../platform/archives/byte-source.ts';
import { cargoAuditable } from '../packages/cargo-auditable.ts';
import { goBuildInfo } from '../packages/go-build-info.ts';
import { executableSections, type Section } from './executable-sections.ts';

export type ReadExecutable = {
  readonly own: FoundPackage | null;
  readonly packages: readonly FoundPackage[];
  readonly commit: string | null;
  readonly remark: string | null;
};

const goMagic = Buffer.from('\u00ff Go buildinf:', 'latin1');
const sentinelBytes = 16;
const auditBytesMax = 8 * 1024 * 1024;
const infoBytesMax = 16 * 1024 * 1024;
const none: ReadExecutable = { own: null, packages: [], commit: null, remark: null };

/** What compilers leave in a binary about what it is made of: Go's build information, cargo-auditable's list. */
export async function readExecutable(source: ByteSource, path: string): Promise<ReadExecutable> {
  const sections = await executableSections(source);
  const audit = sections.find(({ name }) => name === '.dep-v0' || name === 'rust-deps-v0');
  if (audit !== undefined) return readAudit(source, audit, path);
  const named = sections.filter(({ name }) => name === '.go.buildinfo' || name === '__go_buildinfo');
  // PE has no section of its own for it: it stands at the start of the data
  const places = named.length > 0 ? named : sections.filter(({ name }) => name === '.data');
  for (const section of places) {
    const read = await readGo(source, section, path);
    if (read !== null) return read;
  }
  return none;
}

async function readAudit(source: ByteSource, { offset, size }: Section, path: string): Promise<ReadExecutable> {
  if (size > auditBytesMax) return { ...none, remark: 'its list of crates is too large' };
  try {
    const packed = await source.read(offset, size);
    const text = inflateSync(packed, { maxOutputLength: auditBytesMax, finishFlush: 2 }).toString('utf8');
    return { ...none, ...cargoAuditable(text, path) };
  } catch {
    return { ...none, remark: 'its list of crates cannot be unpacked' };
  }
}

/** debug/buildinfo, since Go 1.18: a header of 32 bytes, then version and modules, each after its length. */
async function readGo(source: ByteSource, { offset, size }: Section, path: string): Promise<ReadExecutable | null> {
  const start = await source.read(offset, Math.min(size, 64 * 1024));
  const at = start.indexOf(goMagic);
  if (at === -1) return null;
  if (((start[at + 15] ?? 0) & 2) === 0) return { ...none, remark: 'it was built by Go before 1.18' };
  const length = Math.min(infoBytesMax, size - at - 32, source.size - offset - at - 32);
  if (length <= 0) return null;
  const bytes = await source.read(offset + at + 32, length);
  const version = textAfterLength(bytes, 0);
  const modules = version === null ? null : textAfterLength(bytes, version.end);
  if (version === null || modules === null) return { ...none, remark: 'its build information is torn' };
  const text = modules.bytes.subarray(sentinelBytes, Math.max(sentinelBytes, modules.bytes.length - sentinelBytes));
  const { main, packages, commit } = goBuildInfo(version.bytes.toString('utf8'), text.toString('utf8'), path);
  return { own: main, packages, commit, remark: null };
}

/** A length as Go writes varints, seven bits a byte, then that many bytes. */
function textAfterLength(bytes: Buffer, from: number): { readonly bytes: Buffer; readonly end: number } | null {
  let length = 0;
  let at = from;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[at];
    if (byte === undefined) return null;
    at += 1;
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return at + length > bytes.length ? null : { bytes: bytes.subarray(at, at + length), end: at + length };
}
