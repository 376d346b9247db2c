// SPDX-License-Identifier: Apache-2.0

type Written = { toDER: () => Buffer };

/** The library writes a certificate out again whenever it compares or checks it; here each part of it is written once. */
export function writtenOnce({ root }: { readonly root: Written & { readonly subs: readonly Written[] } }): void {
  for (const part of [root, ...root.subs]) {
    const write = part.toDER.bind(part);
    let der: Buffer | null = null;
    part.toDER = () => {
      der ??= write();
      return der;
    };
  }
}
