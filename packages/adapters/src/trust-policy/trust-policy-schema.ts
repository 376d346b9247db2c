// SPDX-License-Identifier: Apache-2.0
import { gitSchema } from './git-entry.ts';
import { list, type Members, map } from '../platform/record-schema/collections.ts';
import { optional, or } from '../platform/record-schema/presence.ts';
import { day, matching, oneOf, text, wholeNumber } from '../platform/record-schema/scalars.ts';
import type { Schema } from '../platform/record-schema/schema.ts';
import { patternWords } from './pattern-words.ts';
import { sbom, summary, vex } from './predicate-entries.ts';
import type { PeriodEntry, RequirementEntry, SignerEntry, TrustPolicyFile } from './trust-policy-file.ts';

const period: Members<PeriodEntry> = {
  validFrom: optional(day('The first day (UTC) on which the key counts')),
  validUntil: optional(day('The last day on which it counts')),
  revokedOn: optional(
    day('Since that day nothing that it signed counts, unless the time of signing is proved to be before'),
  ),
  revokedBecause: optional(text('Why it was revoked')),
};

const log = oneOf(
  ['required', 'if-there'],
  'Whether an entry of a transparency log has to be there; one that is there has to be good',
);

const timestamps = optional(
  text(
    'Whose timestamps (RFC 3161) prove when it signed: the path of certificates in PEM or of a trusted_root.json, from this file, or `public-good`',
  ),
);

const sigstore: Schema<NonNullable<SignerEntry['sigstore']>> = map(
  {
    root: or(text('`public-good`, or the path of a trusted_root.json, from this file'), 'public-good'),
    issuer: text(`Who vouches for the identity: the address of the OpenID provider (${patternWords})`),
    subject: text(`Whose certificate it is: a workflow or a mail address (${patternWords})`),
    log: or(log, 'required'),
    timestamp: or(oneOf(['required', 'if-there'], 'Whether the time of signing has to be proved'), 'required'),
  },
  'A short-lived certificate of a Sigstore instance',
);

const key: Schema<NonNullable<SignerEntry['key']>> = map(
  {
    pem: optional(text('The public key in PEM: Ed25519 or P-256')),
    file: optional(text('Or the path of it, from this file')),
    root: optional(text('By whose logs its entries are checked: `public-good`, or the path of a trusted_root.json')),
    log: or(log, 'if-there'),
    timestamps,
    ...period,
  },
  'A public key that its owner keeps',
);

const ssh: Schema<NonNullable<SignerEntry['ssh']>> = map(
  {
    allowedSigners: optional(text('Lines of an allowed signers file of ssh-keygen')),
    file: optional(text('Or the path of such a file, from this file')),
    principal: or(text(`Which principals count (${patternWords})`), '**'),
    namespace: or(
      text('The purpose that signatures over files have to be made for; over commits and tags it is always `git`'),
      'file',
    ),
    timestamps,
    ...period,
  },
  'Keys of SSH',
);

const openpgp: Schema<NonNullable<SignerEntry['openpgp']>> = map(
  {
    keys: optional(text('Armored public keys of OpenPGP')),
    file: optional(text('Or the path of a file with them, from this file')),
    fingerprints: or(
      list(
        matching(
          /^[0-9A-Fa-f]{40}$|^[0-9A-Fa-f]{64}$/u,
          'a fingerprint in hexadecimal, without spaces',
          'Of a primary key',
        ),
        'Which of the keys count; left out, all of them',
      ),
      [],
    ),
    timestamps,
    ...period,
  },
  'Keys of OpenPGP, with their subkeys',
);

const signer: Schema<SignerEntry> = map(
  {
    name: text('By which requirements name it'),
    sigstore: optional(sigstore),
    key: optional(key),
    ssh: optional(ssh),
    openpgp: optional(openpgp),
  },
  'Somebody who is trusted: exactly one of sigstore, key, ssh and openpgp',
);

const requirement: Schema<RequirementEntry> = map(
  {
    name: text('What it is called in reports'),
    signers: list(text('The name of a signer'), 'Any of whom may have signed'),
    threshold: or(wholeNumber(1, 16, 'How many different ones have to'), 1),
    predicateType: optional(text('What the statement has to be; left out, any signature over the artifact is enough')),
    builder: optional(text(`The builder of the provenance (${patternWords})`)),
    buildType: optional(text(`Its build type (${patternWords})`)),
    source: optional(
      map(
        {
          uri: optional(text(`The address of the repository (${patternWords})`)),
          ref: optional(text(`The ref, refs/tags/v1 (${patternWords})`)),
          commit: optional(matching(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/u, 'a whole commit id', 'The commit')),
        },
        'What was built',
      ),
    ),
    parameters: or(
      list(
        map(
          {
            name: text('Dotted, `workflow.path`'),
            value: text('What it has to be; JSON where it is no text'),
          },
          'One parameter',
        ),
        'External parameters of the build',
      ),
      [],
    ),
    materials: or(
      list(
        map(
          {
            uri: text(`Its address (${patternWords})`),
            digest: optional(matching(/^[A-Za-z0-9]+:[0-9a-f]+$/u, '`algorithm:hex`', 'Its digest')),
          },
          'One material',
        ),
        'Materials that have to be there',
      ),
      [],
    ),
    summary: optional(summary),
    sbom: optional(sbom),
    vex: optional(vex),
    level: optional(wholeNumber(1, 3, 'The SLSA Build level up to which these signers and this builder are trusted')),
  },
  'One thing that has to be proved',
);

/** The trust policy of `plumbline verify`. */
export const trustPolicySchema: Schema<TrustPolicyFile> = map(
  {
    signers: list(signer, 'Who is trusted'),
    require: or(list(requirement, 'What has to be proved of an artifact'), []),
    git: optional(gitSchema),
  },
  'Whom to believe about artifacts, commits and tags, and what has to be proved of them',
);
