// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import { readYaml } from '../../platform/located-yaml/read-yaml.ts';
import { readInsights } from './read-insights.ts';

/** The specification's places: the root and the forge's own folder; `docs` is common practice. */
const place = /^(?:\.github\/|\.gitlab\/|\.gitea\/|\.forgejo\/|docs\/)?security-insights\.ya?ml$/iu;

/** SECURITY-INSIGHTS, schema 1.x and 2.x: who answers for security, since when, and what of the schema is broken. */
export const securityInsightsCollector: Collector = {
  id: 'security-insights',
  version: '1',
  title: 'Reads SECURITY-INSIGHTS.yml (schema 1 and 2)',
  kinds: ['security-insights'],
  needs: ['tree'],
  timeoutMs: 20_000,
  collect: async ({ repository }: CollectorInput): Promise<readonly Collected[]> => {
    const [path] = repository.entries
      .filter((entry) => entry.type === 'file' && place.test(entry.path))
      .map((entry) => entry.path)
      .sort((a, b) => a.length - b.length);
    if (path === undefined) {
      const lookedIn = 'SECURITY-INSIGHTS.yml in the root, .github, .gitlab and docs';
      return [{ kind: 'security-insights', state: 'absent', location: 'tree of the commit', lookedIn }];
    }
    let collected: Collected | null = null;
    await repository.read([path], (_, content) => {
      collected = content.state === 'unread' ? unavailable(path, content.because) : read(path, content.text);
    });
    return [collected ?? unavailable(path, 'it was not read')];
  },
};

function read(path: string, text: string): Collected {
  const reading = readYaml(text);
  if (reading.state === 'refused') return unavailable(`${path}:${reading.line}`, reading.because);
  const fact = readInsights(path, reading.value, reading.lineOf);
  return { kind: 'security-insights', state: 'found', fact, location: path, strength: 'documented' };
}

function unavailable(location: string, because: string): Collected {
  const resolve = `Repair ${location} so that it is valid YAML of the SECURITY-INSIGHTS schema`;
  return { kind: 'security-insights', state: 'unavailable', location, because: `${location}: ${because}`, resolve };
}
