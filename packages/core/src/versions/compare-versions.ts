// SPDX-License-Identifier: Apache-2.0
import type { VersionScheme } from '../vulnerabilities/advisory.ts';
import { versionOrders } from './version-orders.ts';

/**
 * Which of two versions its ecosystem calls the higher: below zero, zero, above zero. Null: one of them is no version
 * of that ecosystem (or longer than 256 characters), so that nobody can tell.
 *
 * @example
 * compareVersions('pep440', '1.0rc1', '1.0'); // below 0
 * compareVersions('composer', 'dev-main', '1.0'); // null
 */
export function compareVersions(scheme: VersionScheme, a: string, b: string): number | null {
  const { parse, compare } = versionOrders[scheme];
  const [left, right] = [parse(a), parse(b)];
  return left === null || right === null ? null : compare(left, right);
}
