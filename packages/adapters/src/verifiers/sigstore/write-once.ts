// SPDX-License-Identifier: Apache-2.0

/** Remembers what a part of a certificate is in DER, from the first time that it is asked. */
export function writeOnce(part: { toDER: () => Buffer }): void {
  const write = part.toDER.bind(part);
  let der: Buffer | null = null;
  part.toDER = () => {
    der ??= write();
    return der;
  };
}
