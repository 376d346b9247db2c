// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { PolicySections, PrivateChannel, SecurityPolicy } from '@plumbline/core/facts/security-policy';
import type { Unread } from '@plumbline/core/facts/unread';
import { linksOf } from '../../platform/prose/links.ts';
import type { Prose } from '../../platform/prose/prose.ts';
import { readProse } from '../../platform/prose/read-prose.ts';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { isForeign, prosePath } from '../../platform/prose/prose-path.ts';
import { isOwnersLink } from '../../platform/prose/owners-link.ts';
import { ownPathOf } from '../../platform/prose/own-path.ts';
import { contactLinkChannels, contactLinksPath } from './issue-contact-links.ts';
import { policyCandidates } from './policy-documents.ts';
import { readPackageLinks } from './package-links.ts';
import { readPolicy, type ReadPolicy } from './read-policy.ts';

const lookedIn = 'SECURITY, CONTRIBUTING, README and documents on security in the tree of the commit';
const followedMax = 10;

/** The vulnerability disclosure policy: documents, private channels, and what the policy says where. */
export const securityPolicyCollector: Collector = {
  id: 'security-policy',
  version: '1',
  title: 'Reads SECURITY, CONTRIBUTING, README and documents on security for how to report a vulnerability',
  kinds: ['security-policy'],
  needs: ['tree'],
  timeoutMs: 60_000,
  collect: async ({ repository }: CollectorInput): Promise<readonly Collected[]> => {
    const read = await readAll(repository);
    const named = await readPackageLinks(repository);
    const written = join(repository, read, { contactLinks: await readContactLinks(repository), named });
    const unread = await unreadPolicies(repository);
    const fact = unread.length === 0 ? written : { ...(written ?? nothing), unread };
    if (fact === null) return [{ kind: 'security-policy', state: 'absent', location: 'tree of the commit', lookedIn }];
    const place = fact.documents[0] ?? fact.channels[0]?.at ?? fact.elsewhere[0]?.at ?? fact.unread?.[0];
    const location = place === undefined ? 'tree of the commit' : place.path;
    return [{ kind: 'security-policy', state: 'found', fact, location, strength: 'documented' }];
  },
};

async function readAll(repository: RepositorySnapshot): Promise<readonly ReadPolicy[]> {
  const tree = treePaths(repository);
  const candidates = policyCandidates(tree.documents());
  const roleOf = new Map(candidates.map(({ path, role }) => [path, role]));
  const read: ReadPolicy[] = [];
  const pointed = new Set<string>();
  const visit = (prose: Prose): void => {
    const role = roleOf.get(prose.path) ?? 'policy';
    const policy = readPolicy(prose, role);
    read.push(policy);
    if (policy.document === null && role === 'policy')
      for (const path of ownTargets(prose, repository)) pointed.add(path);
  };
  await readProse(repository, [...roleOf.keys()], visit);
  // A SECURITY.md that only says "see docs/x.md": that document is the policy.
  const followed = [...pointed].filter((path) => tree.has(path) && !isRead(path, candidates) && isOwnProse(path));
  await readProse(repository, followed.slice(0, followedMax), visit);
  return read;
}

const isRead = (path: string, candidates: readonly { readonly path: string; readonly role: string }[]): boolean =>
  candidates.some((candidate) => candidate.path === path && candidate.role === 'policy');

function isOwnProse(path: string): boolean {
  const document = prosePath(path);
  return document !== null && !isForeign(document);
}

function ownTargets(prose: Prose, repository: RepositorySnapshot): readonly string[] {
  return prose.passages
    .flatMap((passage) => linksOf(prose, passage))
    .map((link) => ownPathOf(link.url, prose.path, repository.uri))
    .filter((path) => path !== null);
}

async function readContactLinks(repository: RepositorySnapshot): Promise<readonly PrivateChannel[]> {
  const channels: PrivateChannel[] = [];
  const paths = repository.entries.map(({ path }) => path).filter((path) => contactLinksPath.test(path));
  await repository.read(paths, (path, content) => {
    if (content.state === 'text') channels.push(...contactLinkChannels(path, content.text));
  });
  return channels;
}

const nothing: SecurityPolicy = {
  documents: [],
  channels: [],
  sections: {
    scope: null,
    channel: null,
    whatToSend: null,
    responseTimes: null,
    coordination: null,
    safeHarbour: null,
    credit: null,
    supportedVersions: null,
  },
  elsewhere: [],
  placeholder: false,
};

const unreadMax = 20;

/** Files and links that bear the name of a policy and cannot be read. A link into the tree names a file that is read itself. */
async function unreadPolicies(repository: RepositorySnapshot): Promise<readonly Unread[]> {
  const paths = repository.entries.flatMap(({ path, type }) => (type === 'submodule' ? [] : (prosePath(path) ?? [])));
  const policies = policyCandidates(paths).filter(({ role }) => role === 'policy');
  const unread: Unread[] = [];
  await repository.read(
    policies.slice(0, unreadMax).map(({ path }) => path),
    (path, content) => {
      if (content.state === 'unread' && !content.because.startsWith('a link; '))
        unread.push({ path, because: content.because });
    },
  );
  return unread;
}

const sectionNames = [
  'scope',
  'channel',
  'whatToSend',
  'responseTimes',
  'coordination',
  'safeHarbour',
  'credit',
  'supportedVersions',
] as const satisfies readonly (keyof PolicySections)[];

/** Documents that are filled in count; those that are still a template only when there is no other. */
function join(
  repository: RepositorySnapshot,
  read: readonly ReadPolicy[],
  beside: { readonly contactLinks: readonly PrivateChannel[]; readonly named: SecurityPolicy['elsewhere'] },
): SecurityPolicy | null {
  const written = read.filter(({ document }) => document !== null);
  const real = written.filter(({ placeholder }) => !placeholder);
  const chosen = real.length > 0 ? real : written;
  const documents = chosen.flatMap(({ document }) => (document === null ? [] : [document]));
  const channelsOnly = read.filter(({ document }) => document === null);
  const channels = distinct([
    ...[...chosen, ...channelsOnly].flatMap((policy) => policy.channels),
    ...beside.contactLinks,
  ]);
  const elsewhere = outside(
    repository,
    documents.length > 0,
    [...read.flatMap((policy) => policy.elsewhere), ...beside.named],
    read,
  );
  if (documents.length === 0 && channels.length === 0 && elsewhere.length === 0) return null;
  const at = (name: keyof PolicySections): PolicySections[typeof name] =>
    chosen.map(({ sections }) => sections[name]).find((place) => place !== undefined && place !== null) ?? null;
  const [scope, channel, whatToSend, responseTimes, coordination, safeHarbour, credit, supportedVersions] =
    sectionNames.map(at);
  return {
    documents,
    channels,
    sections: {
      scope: scope ?? null,
      channel: channel ?? null,
      whatToSend: whatToSend ?? null,
      responseTimes: responseTimes ?? null,
      coordination: coordination ?? null,
      safeHarbour: safeHarbour ?? null,
      credit: credit ?? null,
      supportedVersions: supportedVersions ?? null,
    },
    elsewhere,
    placeholder: written.length > 0 && real.length === 0,
  };
}

/** Links that leave this repository. Its own policy page shows an organisation's policy only when it has none itself. */
function outside(
  repository: RepositorySnapshot,
  hasPolicy: boolean,
  links: SecurityPolicy['elsewhere'],
  read: readonly ReadPolicy[],
): SecurityPolicy['elsewhere'] {
  const own = /[/:]([^/:]+\/[^/:]+?)(?:\.git)?\/?$/u.exec(repository.uri)?.[1]?.toLowerCase() ?? null;
  const isOwn = (url: string): boolean => own !== null && url.toLowerCase().includes(`/${own}/`);
  const pages = read.flatMap((policy) => policy.securityPages).filter(({ url }) => isOwnersLink(url, repository.uri));
  const kept = [...links, ...pages]
    .map((link) => ({ ...link, isPolicy: link.isPolicy && isOwnersLink(link.url, repository.uri) }))
    .filter(({ url }) => !isOwn(url) || (!hasPolicy && /\/security(?:\/policy)?\/?$/iu.test(url)));
  return [...new Map([...kept].reverse().map((link) => [link.url, link])).values()].reverse();
}

function distinct(channels: readonly PrivateChannel[]): readonly PrivateChannel[] {
  return [
    ...new Map([...channels].reverse().map((channel) => [`${channel.kind} ${channel.value}`, channel])).values(),
  ].reverse();
}
