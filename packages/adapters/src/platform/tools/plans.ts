// SPDX-License-Identifier: Apache-2.0
import type { ConfigurationKind, ScanTarget } from '@plumbline/core/scanning/scan-target';
import type { ScanPlan } from '@plumbline/core/scanning/scanner';

const applies = (because: string): ScanPlan => ({ state: 'applies', because });
const notApplicable = (because: string): ScanPlan => ({ state: 'not-applicable', because });

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** For a tool that reads any text. */
export function planForFiles({ files }: ScanTarget): ScanPlan {
  return files > 0 ? applies(counted(files, 'file')) : notApplicable('there are no files');
}

/** For a tool that understands some languages: `12 Python files`. */
export function planForLanguages({ languages }: ScanTarget, known: readonly string[]): ScanPlan {
  const found = known.flatMap((language) => {
    const count = languages.get(language) ?? 0;
    return count === 0 ? [] : [{ language, count }];
  });
  if (found.length === 0)
    return notApplicable(`there is no ${known.slice(0, 4).join(', ')}${known.length > 4 ? ' …' : ''}`);
  const most = found.toSorted((a, b) => b.count - a.count).slice(0, 3);
  return applies(most.map(({ language, count }) => counted(count, `${language} file`)).join(', '));
}

/** For a tool that reads some kinds of configuration. */
export function planForConfigurations({ configurations }: ScanTarget, kinds: readonly ConfigurationKind[]): ScanPlan {
  const found = kinds.flatMap((kind) => {
    const count = configurations.get(kind)?.length ?? 0;
    return count === 0 ? [] : [counted(count, `${words[kind]} file`)];
  });
  return found.length === 0
    ? notApplicable(`there are no ${kinds.map((kind) => words[kind]).join(' or ')} files`)
    : applies(found.join(', '));
}

const words: { readonly [K in ConfigurationKind]: string } = {
  dockerfile: 'Dockerfile',
  compose: 'Compose',
  helm: 'Helm',
  terraform: 'Terraform',
  'github-actions': 'workflow',
  'gitlab-ci': 'GitLab CI',
  nginx: 'nginx',
  'other-yaml': 'YAML or JSON',
};

/** For a tool that reads manifests whose names fit. */
export function planForManifests({ manifests }: ScanTarget, pattern: RegExp, what: string): ScanPlan {
  const found = manifests.filter((path) => pattern.test(path));
  return found.length === 0 ? notApplicable(`there is no ${what}`) : applies(counted(found.length, what));
}

/** For a tool that attacks a running instance: only the address that the user named. */
export function planForAddress({ webAddresses }: ScanTarget): ScanPlan {
  const [address] = webAddresses;
  return address === undefined ? notApplicable('no address was named with --url') : applies(address);
}
