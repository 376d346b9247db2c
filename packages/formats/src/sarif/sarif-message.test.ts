// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { sarifMessage } from './sarif-message.ts';

test('a message holds no placeholder and no link', () => {
  expect(sarifMessage('run ${{ x }} [click](https://a.example)').text).toBe(
    'run ${{{{ x }}}} [click] (https://a.example)',
  );
});
