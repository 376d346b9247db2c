// SPDX-License-Identifier: Apache-2.0
import type { InTotoStatement } from '@plumbline/core/facts/imported/in-toto-statements';
import { commitId, commitOfReference, soleCommit } from '../imports/commit-id.ts';
import { bounded } from '../imports/named-tool.ts';
import { at, isObject, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';

type Source = { readonly uri: string | null; readonly commit: string | null };

/** Addresses whose sha1 is a commit: SLSA v0.1 and v0.2 have no gitCommit. */
const gitAddress =
  /^git[+:]|\.git(?:@|$)|^https:\/\/(?:source\.|(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[^/]+\/[^/?#]+$)/;

const address = /^(?:[a-z][a-z0-9+.-]*:|[^/:@\s]+@[^/:\s]+:)/i;

/**
 * The source that was built. SLSA v1: externalParameters.source, or the workflow's repository among
 * resolvedDependencies; v0.2: invocation.configSource, else the materials. Null: the predicate names none. Several
 * repositories among the inputs, and none marked as the source: its commit is not known.
 */
export function sourceOf(predicate: JsonObject): InTotoStatement['source'] {
  const parameters = at(predicate, 'buildDefinition', 'externalParameters');
  const inputs = [
    ...objectsOf(at(predicate, 'buildDefinition', 'resolvedDependencies')),
    ...objectsOf(predicate['materials']),
  ].map(resource);
  const repositories = inputs.filter(({ commit }) => commit !== null);
  const marked = [at(parameters, 'source'), at(predicate, 'invocation', 'configSource')]
    .filter((value) => isObject(value))
    .map(resource)
    .find(({ uri, commit }) => uri !== null || commit !== null);
  if (marked !== undefined)
    return marked.commit === null ? { ...marked, commit: commitIn(repositories, marked.uri) } : marked;
  const named = textOf(at(parameters, 'workflow', 'repository'));
  if (named !== null) return { uri: bounded(named), commit: commitIn(repositories, named) };
  const [first] = repositories;
  if (first === undefined) return null;
  return { uri: first.uri, commit: soleCommit(repositories.map(({ commit }) => commit)).commit };
}

function resource(value: JsonValue): Source {
  const named = textOf(at(value, 'uri')) ?? textOf(at(value, 'name'));
  const digest = at(value, 'digest');
  const isGit = named === null || gitAddress.test(named);
  const stated = commitId(textOf(at(digest, 'gitCommit')) ?? (isGit ? textOf(at(digest, 'sha1')) : null));
  // A name that is no address, such as "source", says nothing of where it lives.
  const uri = named !== null && address.test(named) ? named : null;
  return { uri: bounded(uri), commit: stated ?? commitOfReference(uri) };
}

/** The commit of the repository of that address; of the only one there is when no address is given. */
function commitIn(repositories: readonly Source[], uri: string | null): string | null {
  const address = uri === null ? null : addressOf(uri);
  const same =
    address === null
      ? repositories
      : repositories.filter((repository) => repository.uri !== null && addressOf(repository.uri) === address);
  return soleCommit((same.length > 0 ? same : repositories).map(({ commit }) => commit)).commit;
}

/** `git+https://host/owner/name.git@ref` and `https://host/owner/name` are one address. */
function addressOf(uri: string): string {
  const at = uri.lastIndexOf('@');
  const bare = at > uri.indexOf('://') + 3 ? uri.slice(0, at) : uri;
  return bare
    .replace(/^git\+/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}
