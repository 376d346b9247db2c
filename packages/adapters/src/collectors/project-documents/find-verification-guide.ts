// SPDX-License-Identifier: Apache-2.0
import type { ProjectDocuments } from '@plumbline/core/facts/project-documents';
import { titlesOver, type Passage, type Prose } from '../../platform/prose/prose.ts';

type Guide = ProjectDocuments['verificationGuides'][number];
type Verifies = Guide['verifies'][number];

/** A cheap look before a document is taken apart. */
export const mayHoldGuide: RegExp =
  /verif|checksum|sha(?:256|512)|signature|provenance|attestation|minisign|signify|gpg/iu;

const commands: readonly { readonly verifies: Verifies; readonly command: RegExp }[] = [
  {
    verifies: 'provenance',
    command:
      /\bslsa-verifier\b\s+\S|\bgh\s+(?:at|attestation)\s+verify\b|\bcosign\s+verify-(?:blob-)?attestation\b|\bin-toto-verify\b|\bwitness\s+verify\b|\bnpm\s+audit\s+signatures\b|\bpypi-attestations\s+verify\b|\bplumbline\s+verify\b/u,
  },
  {
    verifies: 'signature',
    command:
      /\bgpg2?\b[^|;\n]{0,120}\s--verify\b|\bgpgv2?\s+\S|\bcosign\s+verify(?:-blob)?(?![\w-])|\bminisign\s+(?:-\w*V|.{0,80}\s-\w*V)|\bsignify(?:-openbsd)?\s+(?:-\w*V|.{0,80}\s-\w*V)|\bgit\s+(?:verify-tag|verify-commit|tag\s+(?:-v|--verify))\b|\bopenssl\s+(?:dgst|pkeyutl|cms|smime)\b.{0,160}-verify\b|\bssh-keygen\s+-Y\s+verify\b|\bjarsigner\b.{0,40}-verify\b|\brpm(?:keys)?\s+(?:-K|--checksig)\b|\bapksigner\s+verify\b|\bcodesign\s+(?:-v|--verify)|\bsigntool(?:\.exe)?\s+verify\b|\bGet-AuthenticodeSignature\b|\b(?:python3?\s+-m\s+)?sigstore\s+verify\b|\bnotation\s+verify\b|\bsq\s+(?:--?\w+\s+)?verify\b|\brekor-cli\s+verify\b|\bpgpverify\b|\bplumbline\s+verify\b/u,
  },
  {
    verifies: 'checksum',
    command:
      /\b(?:sha(?:1|224|256|384|512)sum|b2sum|b3sum|md5sum|cksum)\b.{0,120}(?:\s-\w*c\b|--check)|\bshasum\b.{0,80}(?:\s-\w*c\b|--check)|\bcertutil(?:\.exe)?\s+-hashfile\b|\bGet-FileHash\b|\bopenssl\s+(?:dgst\s+-)?sha(?:256|512)\b(?!.{0,80}-(?:sign|verify|hmac))|\bsha256\s+-c\b/u,
  },
];

const aboutVerifying = /verif|signature|signed|checksum|integrity|authentic|provenance|attest|gpg|pgp|sha-?256/iu;
const ofARelease = /\breleas|download|binar(?:y|ies)|tarball|install|distribut|published/iu;
const published =
  /\b(?:our|each|every|all|official|latest|signed|published|these|project(?:'s)?) (?:\w+ ){0,2}(?:releases?|binar(?:y|ies)|downloads?|images?|packages?|artifacts?|tarballs?)\b|release (?:assets?|artifacts?|tags?|page|files?|archives?)|\breleases\b|download(?:ed|s|ing)? (?:the|a|your)? ?(?:\w+ )?(?:binar|file|archive|tarball|package|release|installer|image)/iu;
/** What the makers do, what the product does for its users with their own files, and what is only talked about. */
const notForOutsiders =
  /releas(?:ing|e process|e checklist|e procedure)|how to release|making a release|for maintainers|maintainer|commit signing|signing commits|contribut|pull request|publishing|baseline|coverage|research|roadmap/iu;
const notForOutsidersPath =
  /\/(?:user|usage|features?|research[\w-]*|ux-[\w-]+|tutorials?)\/|\/(?:releas(?:e|ing)|release[-_]process|release[-_]checklist|contributing|[\w-]*coverage|[\w-]*checks?)\.\w+$/iu;
const steps =
  /\byou (?:can|may|should|will)\b|\bto (?:verify|check|validate)\b|\bverify (?:the|that|your|a|each)\b|can be (?:verified|checked)|\b(?:are|is) verified with\b|\brun\b|\bdownload\b/iu;
const verifyingSomething =
  /\b(?:verify|check|validate) (?:the |your |that |its )?(?:\w+ ){0,3}(?:signature|checksum|integrity|download|authenticity|provenance|release|binar|image)/iu;
const verifyHeading =
  /\b(?:verify|verifying|verification|check(?:ing)?|validat\w+)\b.{0,50}\b(?:releases?|downloads?|signatures?|binar(?:y|ies)|artifacts?|images?|packages?|tarballs?|integrity|checksums?|provenance|authenticity|installers?|archives?|files?)|(?:release|artifact|image|binary|package|signature|download|provenance)s? (?:signature |integrity )?(?:verification|validation|authenticity)|signed release/iu;

/** Where a document tells an outsider how to verify what the project publishes, with the commands or in words. */
export function findVerificationGuide(prose: Prose, repositoryUri: string): Guide | null {
  const own = /[/:]([^/:]+\/[^/:]+?)(?:\.git)?\/?$/u.exec(repositoryUri)?.[1]?.toLowerCase() ?? null;
  const found = new Set<Verifies>();
  let line: number | null = null;
  for (const passage of prose.passages) {
    const verifies = [...byCommand(prose, passage, own), ...(line === null ? byWords(prose, passage, own) : [])];
    for (const what of verifies) found.add(what);
    if (verifies.length > 0) line ??= passage.line;
  }
  return line === null ? null : { at: { path: prose.path, line }, verifies: [...found].sort() };
}

function byCommand(prose: Prose, passage: Passage, own: string | null): readonly Verifies[] {
  const verifies = commands.filter(({ command }) => command.test(passage.text)).map((entry) => entry.verifies);
  return verifies.length > 0 && isForOutsiders(prose, passage, own) ? verifies : [];
}

/** Steps without a command count under a heading that says what they are for. */
function byWords(prose: Prose, passage: Passage, own: string | null): readonly Verifies[] {
  const title = titlesOver(prose, passage).at(-1) ?? '';
  if (!verifyHeading.test(title) || passage.kind === 'code' || !isForOutsiders(prose, passage, own)) return [];
  if (!steps.test(passage.text) || passage.text.length < 40) return [];
  const words: readonly (readonly [Verifies, RegExp])[] = [
    ['signature', /signature|signed|\bgpg\b|\bpgp\b|cosign|minisign/iu],
    ['checksum', /checksum|sha-?(?:256|512)|\bhash(?:es)?\b|digest/iu],
    ['provenance', /provenance|attestation|slsa/iu],
  ];
  return words.filter(([, pattern]) => pattern.test(passage.text)).map(([what]) => what);
}

/** `own`: owner/name of the repository, in lower case, or null where its URL does not tell. */
function isForOutsiders(prose: Prose, passage: Passage, own: string | null): boolean {
  const chain = titlesOver(prose, passage);
  const titles = [...chain, prose.sections[0]?.title ?? ''].join(' / ');
  if (notForOutsidersPath.test(`/${prose.path}`)) return false;
  if (notForOutsiders.test(titles) && !verifyHeading.test(chain.at(-1) ?? '')) return false;
  const section = prose.passages.filter((other) => other.section === passage.section);
  const around = section
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 8_000);
  if (own !== null && around.toLowerCase().includes(own)) return true;
  const verifying = aboutVerifying.test(`${titles} / ${prose.path}`) || verifyingSomething.test(around);
  return verifying && (ofARelease.test(`${titles} / ${prose.path}`) || published.test(around));
}
