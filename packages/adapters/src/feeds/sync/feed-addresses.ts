// SPDX-License-Identifier: Apache-2.0
import { feedNames, type FeedName } from '@plumbline/core/facts/vulnerability-feeds';
import { PlumblineError } from '@plumbline/core/errors';
import { ecosystemOf } from '@plumbline/core/vulnerabilities/ecosystems';

/** A file to fetch. `path` is where a mirror has it; `address` is where its publisher does. */
export type FeedSource = {
  readonly feed: FeedName;
  /** As in FeedPart. */
  readonly part: string;
  readonly path: string;
  readonly address: string;
  readonly bytesMax: number;
};

const mebibyte = 1024 * 1024;

/** Ecosystems of the package managers whose lockfiles are read; others are fetched when named. */
export const usualEcosystems: readonly string[] = [
  'npm',
  'PyPI',
  'Go',
  'crates.io',
  'Maven',
  'RubyGems',
  'NuGet',
  'Packagist',
];

/** Feeds that are fetched. The CVE program publishes its records as archives in an archive: they are imported. */
export const fetchedFeeds: readonly FeedName[] = feedNames.filter((name) => name !== 'cve');

/** Products of endoflife.date that builds commonly name. */
const products: readonly string[] =
  'nodejs python ruby php go rust dotnet eclipse-temurin oracle-jdk amazon-corretto gradle maven bun deno pnpm terraform erlang elixir kotlin scala perl debian ubuntu alpine-linux amazon-linux fedora centos rocky-linux almalinux opensuse rhel postgresql mysql mariadb redis nginx apache-http-server tomcat mongodb rabbitmq composer'.split(
    ' ',
  );

/** What to fetch for the ecosystems and feeds asked for. Throws `usage` for an ecosystem that OSV does not have. */
export function feedSources(ecosystems: readonly string[], feeds: readonly FeedName[]): readonly FeedSource[] {
  const unknown = ecosystems.find((name) => ecosystemOf(name) === null);
  if (unknown !== undefined)
    throw new PlumblineError('usage', `${unknown} is no ecosystem that OSV has`, {
      next: `Such as: ${usualEcosystems.join(', ')}`,
    });
  return allSources(ecosystems).filter(({ feed }) => feeds.includes(feed));
}

function allSources(ecosystems: readonly string[]): readonly FeedSource[] {
  return [
    ...ecosystems.map((name): FeedSource => {
      const path = `${encodeURIComponent(name)}/all.zip`;
      // https://google.github.io/osv.dev/data/#data-dumps
      const address = `https://osv-vulnerabilities.storage.googleapis.com/${path}`;
      return { feed: 'osv', part: name, path, address, bytesMax: 4096 * mebibyte };
    }),
    {
      feed: 'kev',
      part: 'kev',
      path: 'known_exploited_vulnerabilities.json',
      // https://www.cisa.gov/known-exploited-vulnerabilities-catalog
      address: 'https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json',
      bytesMax: 64 * mebibyte,
    },
    {
      feed: 'epss',
      part: 'epss',
      path: 'epss_scores-current.csv.gz',
      // https://www.first.org/epss/data_stats
      address: 'https://epss.empiricalsecurity.com/epss_scores-current.csv.gz',
      bytesMax: 64 * mebibyte,
    },
    ...products.map((name): FeedSource => {
      const path = `${name}.json`;
      // https://endoflife.date/docs/api
      const address = `https://endoflife.date/api/${path}`;
      return { feed: 'end-of-life', part: 'end-of-life', path: `end-of-life/${path}`, address, bytesMax: 4 * mebibyte };
    }),
  ];
}
