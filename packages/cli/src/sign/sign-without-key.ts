// SPDX-License-Identifier: Apache-2.0
import { openKeylessSigner } from '@plumbline/adapters/signers/keyless/open-keyless-signer';
import { PlumblineError } from '@plumbline/core/errors';
import { renderBundle } from '@plumbline/formats/sigstore/render-bundle';
import type { Terminal } from '../terminal/terminal.ts';
import { assertGoodBundle } from './assert-good-bundle.ts';
import { chooseRoot } from './choose-root.ts';
import type { RunSignOptions } from './sign-options.ts';
import type { Signing, Stamp } from './signing.ts';
import { stampSignature } from './stamp-signature.ts';

const publicGood = { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev' } as const;

/**
 * Signing with a key that lives for this run, certified for the identity of a token: every signature is published in a log, and every
 * bundle verified before anybody gets it, as far as the trusted root of the instance is known. Throws `usage` and what opening throws.
 */
export async function signWithoutKey(
  options: RunSignOptions,
  stamp: Stamp | null,
  terminal: Terminal,
): Promise<Signing> {
  assertFits(options, stamp);
  const { identityTokenFile, fulcioUrl, rekorUrl, rekorVersion } = options;
  const root = await chooseRoot(options, terminal);
  const services = {
    fulcio: fulcioUrl ?? publicGood.fulcio,
    rekor: { address: rekorUrl ?? publicGood.rekor, version: rekorVersion },
  };
  const keyless = await openKeylessSigner(services, {
    file: identityTokenFile,
    environment: process.env,
    signal: terminal.signal,
  });
  const { signer, identity, certificate, publish } = keyless;
  return {
    signer,
    standsAlone: false,
    stamp,
    makeBundle: async (content, artifact) => {
      const timestamps = await stampSignature(content, stamp);
      const bundle = renderBundle(content, {
        signer: { certificate },
        logEntries: [await publish(content)],
        timestamps,
      });
      if (root !== null) await assertGoodBundle(bundle, artifact, { root, identity });
      return bundle;
    },
  };
}

/** Throws `usage` for options that do not go together. */
function assertFits(options: RunSignOptions, stamp: Stamp | null): void {
  const { as, offline, rekorVersion } = options;
  const { key, pkcs11Module, sshKey, kms, attestationCertificate, sshAttestation } = options;
  const named = [key, pkcs11Module, sshKey, kms, attestationCertificate, sshAttestation];
  if (named.some((one) => one !== undefined))
    throw new PlumblineError('usage', '--keyless signs without a key, and one is named');
  if (as !== 'bundle' && as !== 'checksums')
    throw new PlumblineError('usage', `without a key there is no ${as}: what proves it has a place in bundles only`, {
      next: 'leave out --as',
    });
  if (offline === true)
    throw new PlumblineError(
      'usage',
      'signing without a key asks a certificate authority and a log, and --offline forbids to',
      {
        next: 'Leave out --offline, or sign with a key (--key FILE)',
      },
    );
  if (rekorVersion === '2' && stamp === null)
    throw new PlumblineError(
      'usage',
      'entries of Rekor 2 have no time of their own: --timestamp-url has to name an authority',
    );
}
