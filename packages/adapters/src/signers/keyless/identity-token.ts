// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { at, textOf } from '@plumbline/formats/json/json-fields';
import { strictJsonValue } from '@plumbline/formats/json/strict-json-value';
import { decodeBase64 } from '@plumbline/formats/base64/decode-base64';

/** A token of an OpenID provider, which says who asks. `text` is a secret for as long as it counts. */
export type IdentityToken = {
  readonly text: string;
  /** What a certificate authority has signed to see that the key is at hand: the mail address, else the subject. */
  readonly challenge: string;
};

const charactersMax = 32 * 1024;

/**
 * Reads an identity token (a JWT, RFC 7519) as far as a client needs to; the authority checks its signature. One that has expired is
 * refused here, with a reason. Throws `input-invalid`; no message repeats anything of the token.
 */
export function readIdentityToken(given: string, now: Date): IdentityToken {
  const text = given.trim();
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/u.test(text) || text.length > charactersMax) throw invalid('it is no JSON Web Token');
  const payload = decodeBase64(text.split('.')[1] ?? '');
  const claims = payload === null ? undefined : strictJsonValue(payload);
  const expires = at(claims, 'exp');
  if (typeof expires === 'number' && expires * 1000 <= now.getTime())
    throw invalid('it has expired; identity tokens count for a few minutes');
  const [email, subject] = [textOf(at(claims, 'email')), textOf(at(claims, 'sub'))];
  // Fulcio issues for the mail address where there is one, and only for one that the provider has seen to be its owner's.
  if (email !== null && at(claims, 'email_verified') !== true)
    throw invalid('its mail address is not verified by its issuer');
  const challenge = email ?? subject;
  if (challenge === null) throw invalid('it names nobody: neither a subject nor a mail address');
  return { text, challenge };
}

const invalid = (because: string): PlumblineError =>
  new PlumblineError('input-invalid', `the identity token cannot be used: ${because}`, {
    next: 'Ask the provider for a new one whose audience is the certificate authority: sigstore',
  });
