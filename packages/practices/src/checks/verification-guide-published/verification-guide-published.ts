// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { shortText } from '../../words/short-text.ts';

export const verificationGuidePublished: Check = defineCheck({
  id: 'verification-guide-published',
  question: 'Does the documentation tell an outsider how to verify a release?',
  scope: 'product',
  needs: ['project-documents'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows: 'A passage gives the command or the steps to verify a signature, a checksum or the provenance of a release.',
    doesNotShow: 'Whether the steps work: follow them as an outsider (release-signature-verifies).',
    resolve: 'Bring the guide into the repository: a link to another place cannot be read offline.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Write down how to verify a release: where signature and checksums are, whose identity signs, and the command',
      'Link it from the README and from the release notes',
    ],
    patch: 'add-verification-guide',
  },
  answer({ 'project-documents': item }) {
    if (item.state === 'absent') return no(`No guide to verify a release: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { verificationGuides, elsewhere } = item.fact;
    const [first] = verificationGuides;
    if (first !== undefined) {
      const verified = [...new Set(verificationGuides.flatMap(({ verifies }) => verifies))].toSorted();
      return yes(
        `${shortText(first.at.path)} says how to verify ${verified.length === 0 ? 'a release' : verified.join(', ')}`,
        citeAll(
          item,
          verificationGuides.map(({ at }) => at),
        ),
      );
    }
    const link = elsewhere.find(({ topic }) => topic === 'verification');
    if (link !== undefined) {
      return unknown(
        `The guide is said to be at ${shortText(link.url)}`,
        'Bring the guide into the repository, or pass it as evidence',
        [cite(item, { at: link.at })],
      );
    }
    return no('No document of the tree says how to verify a release', [cite(item)]);
  },
});
