// SPDX-License-Identifier: Apache-2.0
import { compareLists, compareOf, type Numeral, numeralOf } from '../numeral.ts';
import { type VersionOrder, versionLengthMax } from '../version-order.ts';

/** `stage` is the order of the parts after the release as numbers; `local` is null where there is none. */
export type PythonVersion = {
  readonly epoch: Numeral;
  readonly release: readonly Numeral[];
  readonly stage: readonly Numeral[];
  readonly local: readonly (Numeral | string)[] | null;
};

// PEP 440, appendix B, in lower case
const pattern =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|beta|preview|pre|rc|a|b|c)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

const prereleases: { readonly [letter: string]: number } = { a: 1, alpha: 1, b: 2, beta: 2 };
/** Before, between and after what is written: a development release of nothing is the lowest, no prerelease is above any. */
const onlyDev = 0;
const candidate = 3;
const released = 4;

/** PEP 440 "Summary of permitted suffixes and relative ordering", with epochs, local versions and its alternative spellings. */
export const pep440Order: VersionOrder<PythonVersion> = {
  parse(text) {
    const match = text.length > versionLengthMax ? null : pattern.exec(text.trim().toLowerCase());
    if (match === null) return null;
    const [, epoch, release = '', pre, preNumber, implicitPost, post, postNumber, dev, devNumber, local] = match;
    const isPost = implicitPost !== undefined || post !== undefined;
    const stage =
      pre === undefined ? (dev !== undefined && !isPost ? onlyDev : released) : (prereleases[pre] ?? candidate);
    return {
      epoch: numberOf(epoch),
      release: release.split('.').map(numeralOf),
      stage: [
        stage,
        numberOf(preNumber),
        isPost ? 1 : 0,
        numberOf(implicitPost ?? postNumber),
        dev === undefined ? 1 : 0,
        numberOf(devNumber),
      ],
      local:
        local === undefined ? null : local.split(/[-_.]/).map((part) => (/^\d+$/.test(part) ? numeralOf(part) : part)),
    };
  },
  compare: (a, b) =>
    compareOf(a.epoch, b.epoch) ||
    compareLists(a.release, b.release, 0) ||
    compareLists(a.stage, b.stage, 0) ||
    compareLocal(a.local, b.local),
};

function numberOf(digits: string | undefined): Numeral {
  return digits === undefined || digits === '' ? 0 : numeralOf(digits);
}

/** A local version is above the same without; texts are below numbers; the longer of two that begin alike is above. */
function compareLocal(a: PythonVersion['local'], b: PythonVersion['local']): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const [left = 0, right = 0] = [a[at], b[at]];
    const order =
      typeof left === typeof right || (typeof left !== 'string' && typeof right !== 'string')
        ? compareOf(left, right)
        : typeof left === 'string'
          ? -1
          : 1;
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
