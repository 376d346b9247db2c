// SPDX-License-Identifier: Apache-2.0
import { WireFault, WireReader } from './wire-reader.ts';

/** What `ssh-keygen -O write-attestation` keeps of a security key's answer (PROTOCOL.u2f, `ssh-sk-attest-v01`). */
export type SshAttestation = {
  /** X.509 in DER, of the device. */
  readonly certificate: Uint8Array;
  readonly signature: Uint8Array;
  /** Authenticator data as WebAuthn has it, in a byte string of CBOR. */
  readonly authenticatorData: Uint8Array;
};

export type ParsedSshAttestation =
  | { readonly state: 'parsed'; readonly attestation: SshAttestation }
  | { readonly state: 'failed'; readonly because: string };

/** Takes apart such a file. Never throws. */
export function parseSshAttestation(bytes: Uint8Array): ParsedSshAttestation {
  try {
    const wire = new WireReader(bytes);
    const form = wire.text();
    // v00 has no authenticator data, without which nothing can be verified.
    if (form !== 'ssh-sk-attest-v01') throw new WireFault('it is no ssh-sk-attest-v01');
    const attestation = { certificate: wire.string(), signature: wire.string(), authenticatorData: wire.string() };
    wire.uint32(); // reserved flags
    wire.string(); // reserved
    wire.end();
    return { state: 'parsed', attestation };
  } catch (error) {
    if (!(error instanceof WireFault)) throw error;
    return { state: 'failed', because: error.message };
  }
}
