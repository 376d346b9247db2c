// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { RunSignOptions } from './sign-options.ts';

type Option = keyof RunSignOptions;

/** Options that say more of another one, and would be passed over in silence without it. */
const companions: readonly (readonly [Option, Option])[] = [
  ['passphraseFile', 'key'],
  ['token', 'pkcs11Module'],
  ['keyLabel', 'pkcs11Module'],
  ['pinFile', 'pkcs11Module'],
  ['identityTokenFile', 'keyless'],
  ['fulcioUrl', 'keyless'],
  ['rekorUrl', 'keyless'],
  ['trustedRoot', 'keyless'],
];

/** As it is typed: `--pkcs11-module` for `pkcs11Module`. */
const typed = (option: Option): string => `--${option.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

/** Throws `usage` for an option that means nothing beside the others: whoever wrote it believes that it does something. */
export function assertTogether(options: RunSignOptions): void {
  for (const [option, other] of companions)
    if (options[option] !== undefined && options[other] === undefined)
      throw new PlumblineError('usage', `${typed(option)} goes with ${typed(other)}`, {
        next: `Add ${typed(other)}, or leave out ${typed(option)}`,
      });
}
