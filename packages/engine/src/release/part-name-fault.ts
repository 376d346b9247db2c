// SPDX-License-Identifier: Apache-2.0
import { releaseManifestName } from '@plumbline/core/release/release-manifest';

const lengthMax = 200;
/** What Windows takes for a device, whatever comes after the first dot. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/iu;

/**
 * Why a file of a release cannot have this name; null: it can. A name is one of a file in the folder of the release, on any
 * file system: no folders, nothing that leads out, nothing invisible.
 */
export function partNameFault(name: string): string | null {
  if (name === '' || name.length > lengthMax) return `a name has 1 to ${lengthMax} characters`;
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(name))
    return 'a name has no control characters';
  if (name.toWellFormed() !== name) return 'a name is well-formed Unicode';
  if (/[/\\:]/u.test(name)) return 'a name leads into no folder';
  if (/[<>"|?*]/u.test(name)) return 'a name has no characters that some systems do not allow: < > " | ? *';
  if (/^\.|[. ]$/u.test(name)) return 'a name neither begins with a dot nor ends with a dot or a space';
  if (device.test(name)) return 'a name is not that of a device on Windows';
  return name.toLowerCase() === releaseManifestName ? 'that is the name of the manifest itself' : null;
}

/** Some file systems take names for one that differ in case or in the form of their accents. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
