// SPDX-License-Identifier: Apache-2.0
import { expectTypeOf, test } from 'vitest';
import type { Citations, Yes } from './answer.ts';
import { yes } from './answers.ts';

// @ts-expect-error a yes cites at least one item of evidence
const unfounded = (): Yes => yes('because we say so', []);

test('a yes without a citation does not compile', () => {
  expectTypeOf(unfounded).toBeFunction();
  expectTypeOf(yes).parameter(1).toEqualTypeOf<Citations>();
  expectTypeOf<[]>().not.toExtend<Citations>();
});
