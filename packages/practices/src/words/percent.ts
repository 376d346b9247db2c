// SPDX-License-Identifier: Apache-2.0

/** A share for a reason of one line: `94.9 %`, cut and never rounded up, so that 100 % means all. Of nothing it is 100 %. */
export function percent(value: number, of: number): string {
  const share = of === 0 ? 100 : Math.floor((value / of) * 1000) / 10;
  return `${share} %`;
}
