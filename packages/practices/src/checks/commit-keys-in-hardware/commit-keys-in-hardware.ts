// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { percent } from '../../words/percent.ts';

const shareMin = 0.95;

// A key type of the sk- family is bound to a FIDO security key. Attestation of the single key is not in a commit.
export const commitKeysInHardware: Check = defineCheck({
  id: 'commit-keys-in-hardware',
  question: 'Are at least 95 % of the commits by people signed with keys that show they live in hardware?',
  scope: 'organisation',
  needs: ['git-history'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'The signatures of the last 365 days by people name sk-ssh keys, which a security key holds.',
    doesNotShow:
      'OpenPGP and X.509 keys on smart cards, whose signatures do not tell, and the attestation of each key.',
    resolve: 'Sign with sk-ssh keys; OpenPGP and X.509 signatures do not say where their key lives.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Give everybody who commits a security key',
      'Make a key with `ssh-keygen -t ed25519-sk` and set gpg.format to ssh and commit.gpgSign to true',
    ],
    after: ['commits-signed'],
  },
  answer({ 'git-history': item }) {
    if (item.state === 'absent') return notApplicable('There is no commit', [cite(item)]);
    const { window, windowDays, signingKeys } = item.fact;
    const people = window.commits - window.byBots;
    if (people <= 0) return notApplicable(`No person committed in ${windowDays} days`, [cite(item)]);
    // At most: the forge signs for people and for bots, so that the two figures may overlap.
    const signed = Math.min(people, window.signed - Math.max(window.signedByBots, window.signedByForge));
    if (signed / people < shareMin) {
      return no(
        `People signed at most ${signed} of ${people} commits (${percent(signed, people)}) with keys of their own`,
        [cite(item)],
        [{ name: 'commits that people signed themselves', value: signed, of: people }],
      );
    }
    if (signingKeys === undefined) {
      return unknown(
        `People signed up to ${signed} of ${people} commits; the types of the keys were not read`,
        'Collect the key types of signatures',
        [cite(item)],
      );
    }
    const { hardware, cannotTell } = signingKeys;
    const measures = [{ name: 'commits signed with a security key', value: hardware, of: people }];
    const because = `${hardware} of ${people} commits by people (${percent(hardware, people)}) bear the signature of a security key`;
    if (hardware / people >= shareMin) return yes(because, [cite(item)], measures);
    if ((hardware + cannotTell) / people < shareMin) return no(because, [cite(item)], measures);
    return unknown(
      `${because}; ${cannotTell} more do not tell where their key lives`,
      'Sign with sk-ssh keys, whose signatures tell',
      [cite(item)],
      measures,
    );
  },
});
