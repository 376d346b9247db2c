// SPDX-License-Identifier: Apache-2.0
import type { BillRequest } from './bill-request.ts';
import { packageUrl } from '@plumbline/core/values/purl/package-url';
import { vcsAddress } from '@plumbline/formats/sbom/vcs-address';

/** What is known of a repository and its product; null where nobody says. */
export type KnownOfRepository = {
  /** Address of its origin, or the name of its folder. */
  readonly uri: string;
  /** Null: the files are not those of a commit. */
  readonly commit: string | null;
  readonly tag: string | null;
  readonly product: string | null;
  readonly version: string | null;
  readonly supplier: string | null;
};

const forges: ReadonlyMap<string, string> = new Map([
  ['github.com', 'github'],
  ['bitbucket.org', 'bitbucket'],
]);

/** The product of a repository: named by its maker, else as its repository is; a version by tag, else by commit. */
export function subjectOfRepository(known: KnownOfRepository): BillRequest['subject'] {
  const { uri, commit, tag } = known;
  const place = /(?:^|@|\/\/)(?:[^/@]*@)?([a-z0-9.-]+\.[a-z]+)[:/](.+?)(?:\.git)?\/?$/i.exec(uri);
  const repository = place === null ? null : uri;
  const path = place?.[2] ?? uri;
  const name = known.product ?? path;
  const version = known.version ?? tag ?? commit;
  return {
    name,
    version,
    purl: purlOf({ host: place?.[1] ?? '', path, name, version, repository, commit, tag }),
    supplier: known.supplier,
    repository,
    commit,
    hashes: [],
    license: null,
  };
}

type Place = {
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly version: string | null;
  readonly repository: string | null;
  readonly commit: string | null;
  readonly tag: string | null;
};

/** purl-spec: `github` takes a commit or a tag as its version; `generic` names where the sources are. */
function purlOf({ host, path, name, version, repository, commit, tag }: Place): string | null {
  const type = forges.get(host.toLowerCase());
  const [owner = '', own = '', ...more] = path.split('/');
  if (type !== undefined && own !== '' && more.length === 0)
    return packageUrl({ type, namespace: owner, name: own, version: tag ?? commit });
  const address = vcsAddress({ repository, commit });
  const at = name.lastIndexOf('/');
  return packageUrl({
    type: 'generic',
    namespace: at === -1 ? null : name.slice(0, at),
    name: name.slice(at + 1),
    version,
    ...(address === null ? {} : { qualifiers: { vcs_url: address } }),
  });
}
