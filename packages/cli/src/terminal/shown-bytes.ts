// SPDX-License-Identifier: Apache-2.0
const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** A number of bytes as people read it: `512 bytes`, `1.5 KiB`, `40 MiB`. */
export function shownBytes(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  for (; amount >= 1024 && unit < units.length - 1; unit += 1) amount /= 1024;
  if (unit === 0) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const shown = amount < 10 ? amount.toFixed(1) : Math.floor(amount).toFixed(0);
  return `${shown} ${units[unit] ?? ''}`;
}
