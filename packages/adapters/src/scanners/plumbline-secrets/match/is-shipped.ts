// SPDX-License-Identifier: Apache-2.0
import type { PathClass } from '../../../platform/paths/classify-path.ts';

/** Names that say so where no folder does: `crypto-selftests.c`, `fuzz/certs.h`, `docker-compose.test.yml`. */
const madeUp =
  /(?:^|[/_.-])(?:self-?|unit|integration)?(?:tests?|fuzz|fuzzers?|mocks?|fixtures?|samples?|demo|dummy|examples?)(?=[/_.-]|$)/i;

/** Whether a file is what the project wrote and ships: there a secret is one, and elsewhere most were made up. */
export function isShipped(path: string, pathClass: PathClass): boolean {
  return (pathClass === 'source' || pathClass === 'other') && !madeUp.test(path);
}
