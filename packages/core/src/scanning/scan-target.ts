// SPDX-License-Identifier: Apache-2.0

/** What a file is written for besides a programming language, as far as its path tells. */
export type ConfigurationKind =
  | 'dockerfile'
  | 'compose'
  | 'helm'
  | 'terraform'
  | 'github-actions'
  | 'gitlab-ci'
  | 'nginx'
  /** YAML and JSON that can be a Kubernetes manifest, a CloudFormation template or an Ansible play: the content tells. */
  | 'other-yaml';

/**
 * What there is to look at: the facts from which every scanner plans. Made once for a tree, by the paths alone, so that
 * planning costs no reading. What a repository only carries along (vendored, generated) is not counted.
 */
export type ScanTarget = {
  readonly files: number;
  /** Number of files by programming language (names of `language-of-path`). */
  readonly languages: ReadonlyMap<string, number>;
  /** Package manifests and lockfiles: `package.json`, `go.sum`, `pom.xml` … */
  readonly manifests: readonly string[];
  readonly configurations: ReadonlyMap<ConfigurationKind, readonly string[]>;
  /** Addresses of running instances that the user named and may attack; never guessed. */
  readonly webAddresses: readonly string[];
};
