// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import { packagesMax, remarksMax } from './artifact-limits.ts';

/** What was found of an artifact so far. */
export class ArtifactReading {
  readonly packages: FoundPackage[] = [];
  own: FoundPackage | null = null;
  commit: string | null = null;
  /** Bytes of archives within archives that may still be unpacked. */
  nestedBytesLeft: number;
  readonly #remarks: string[] = [];
  #more = 0;

  readonly #isFolder: boolean;

  constructor(nestedBytes: number, isFolder: boolean) {
    this.nestedBytesLeft = nestedBytes;
    this.#isFolder = isFolder;
  }

  /** A package that says it is the artifact: the first one is; a folder is only what lies at its top. */
  claim(own: FoundPackage): void {
    if (this.own === null && !(this.#isFolder && own.foundIn.includes('/'))) this.own = own;
    else this.add([own]);
  }

  add(packages: readonly FoundPackage[]): void {
    for (const found of packages) {
      if (this.packages.length >= packagesMax) {
        if (!this.#remarks.includes(tooMany)) this.#remarks.push(tooMany);
        return;
      }
      this.packages.push(found);
    }
  }

  remark(path: string, because: string): void {
    if (this.#remarks.length < remarksMax) this.#remarks.push(`${path}: ${because}`);
    else this.#more += 1;
  }

  remarks(): readonly string[] {
    const more = this.#more === 0 ? [] : [`and ${this.#more} more files that were not looked into`];
    return [...this.#remarks, ...more];
  }
}

const tooMany = `more than ${packagesMax} packages: those beyond are left out`;
