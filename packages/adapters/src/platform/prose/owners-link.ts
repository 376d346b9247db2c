// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a link leads to the project's own word outside the assessed tree: the name of its owner or of the project is in
 * the address. A link into the tree itself is not outside. Where the repository's address is not known every link may be.
 */
export function isOwnersLink(url: string, repositoryUri: string): boolean {
  const [, owner = '', name = ''] = /[/:]([^/:]+)\/([^/:]+?)(?:\.git)?\/?$/u.exec(repositoryUri) ?? [];
  const lower = `${url.toLowerCase()}/`;
  if (owner !== '' && lower.includes(`/${owner}/${name}/`.toLowerCase())) return false;
  const names = [owner, name].map((part) => part.toLowerCase()).filter((part) => part.length >= 3);
  const onForge = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\/([^/?#]+)/u.exec(
    lower,
  )?.[1];
  // A repository of somebody else may bear the project's name: on a forge it is the owner that counts.
  if (onForge !== undefined) return names.length === 0 || names.some((part) => onForge.startsWith(part));
  return names.length === 0 || names.some((part) => lower.includes(part));
}
