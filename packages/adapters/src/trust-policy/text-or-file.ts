// SPDX-License-Identifier: Apache-2.0
import { policyFault } from './policy-fault.ts';
import { readNamedFile } from './read-named-file.ts';

/** The signer that is read, and the path of the policy. */
export type Place = { readonly name: string; readonly path: string };

/** What stands in the policy, or in the file that it names instead. Throws `policy-invalid` and `input-unreadable`. */
export async function textOrFile(
  text: string | undefined,
  file: string | undefined,
  { name, path }: Place,
): Promise<string> {
  if ((text === undefined) === (file === undefined))
    throw policyFault(path, `signer ${name}: either the text or the file is expected`);
  return text ?? (await readNamedFile(file ?? '', path)).text;
}
