// SPDX-License-Identifier: Apache-2.0
import type { SecurityPolicy } from '@plumbline/core/facts/security-policy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { memorySnapshot } from '../../testing/memory-snapshot.ts';
import { completePolicy, forgeTemplate } from './fixtures.ts';
import { securityPolicyCollector } from './security-policy-collector.ts';

async function collect(files: { readonly [path: string]: string }): Promise<SecurityPolicy | null> {
  const uri = 'https://github.com/lantern/lantern.git';
  const [item] = await securityPolicyCollector.collect(
    collectorInput(files, { repository: memorySnapshot(files, { uri }) }),
  );
  if (item?.kind !== 'security-policy') throw new Error('no item');
  return item.state === 'found' ? item.fact : null;
}

const policyOf = async (text: string, path = 'SECURITY.md'): Promise<SecurityPolicy> => {
  const fact = await collect({ [path]: text });
  if (fact === null) throw new Error('absent');
  return fact;
};

const channelsOf = async (text: string): Promise<readonly string[]> =>
  (await policyOf(`# Reporting a vulnerability\n\n${text}\n`)).channels.map(({ kind }) => kind);

test('a complete policy: every section with its line, both channels', async () => {
  const fact = await policyOf(completePolicy);
  const lines = Object.fromEntries(Object.entries(fact.sections).map(([name, at]) => [name, at?.line ?? null]));
  expect(lines).toEqual({
    scope: 27,
    channel: 16,
    whatToSend: 19,
    responseTimes: 24,
    coordination: 24,
    safeHarbour: 29,
    credit: 29,
    supportedVersions: 5,
  });
  expect(fact.channels.map(({ kind, value, at }) => [kind, value, at.line])).toEqual([
    ['email', 'security@lantern-project.org', 16],
    ['forge-private-report', 'https://github.com/lantern/lantern/security/advisories/new', 17],
  ]);
  expect(fact).toMatchObject({ placeholder: false, documents: [{ path: 'SECURITY.md', line: 1 }], elsewhere: [] });
});

test('the forge template and unfilled brackets are placeholders, a real document beside them counts', async () => {
  expect(await policyOf(forgeTemplate)).toMatchObject({ placeholder: true, channels: [] });
  expect(await policyOf('# Security\n\nTo report a vulnerability e-mail [INSERT CONTACT METHOD].\n')).toMatchObject({
    placeholder: true,
  });
  expect(await policyOf('# Security\n\nReport vulnerabilities to security@example.com.\n')).toMatchObject({
    placeholder: true,
    channels: [],
  });
  const both = await collect({ 'SECURITY.md': forgeTemplate, 'docs/SECURITY.md': completePolicy });
  expect(both).toMatchObject({ placeholder: false, documents: [{ path: 'docs/SECURITY.md' }] });
});

describe('private channels, over wording', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Please report security issues by e-mail to secure@widget.dev.', ['email']],
    ['Mail security at widget dot dev with the details of the vulnerability.', ['email']],
    ['Please report any vulnerabilities using the Security tab in the repository header.', ['forge-private-report']],
    ['Instead, use the "Report a Vulnerability" button to report the issue privately.', ['forge-private-report']],
    ['Report any security sensitive issue as a **confidential** issue on our tracker.', ['confidential-issue']],
    ['Please report vulnerabilities via [HackerOne](https://hackerone.com/widget).', ['bounty-platform']],
    ['To report a vulnerability, use the [Tidelift security contact](https://tidelift.com/security).', ['other']],
    ['Report vulnerabilities by private message to a maintainer.', ['chat']],
    ['Please open a public issue for security vulnerabilities.', []],
    ['Please do not e-mail support@widget.dev; open an issue to report a vulnerability.', []],
    ['To report a vulnerability ask on widget-users@lists.widget.dev.', []],
    [
      'Report vulnerabilities in an issue. We publish security advisories on [GitHub](https://github.com/w/w/security/advisories).',
      [],
    ],
  ];
  test.each(cases)('%s', async (text, kinds) => {
    expect(await channelsOf(text)).toEqual(kinds);
  });
});

test('a policy in a README or CONTRIBUTING counts; a feature that reports vulnerabilities does not', async () => {
  const readme =
    '# Widget\n\nFast.\n\n## Security\n\nIf you find a security vulnerability, please e-mail team@widget.dev. Do not open a public issue.\n';
  expect(await policyOf(readme, 'README.md')).toMatchObject({
    documents: [{ path: 'README.md', line: 7 }],
    channels: [{ kind: 'email' }],
  });
  expect(
    await collect({
      'README.md':
        '# Scanner\n\nIt reports vulnerabilities of your images and merges duplicate vulnerability reports.\n',
    }),
  ).toBeNull();
});

test('one sentence with an address is a channel and no policy', async () => {
  const readme = '# Widget\n\n## Security Reports\n\nPlease send any security issue to security@widget.dev. Thanks!\n';
  expect(await policyOf(readme, 'README.md')).toMatchObject({ documents: [], channels: [{ kind: 'email' }] });
});

test('a manifest may name the policy', async () => {
  const composer = '{\n"support": {"security": "https://github.com/lantern/lantern/security/policy"}\n}';
  expect(await collect({ 'composer.json': composer })).toMatchObject({
    documents: [],
    elsewhere: [{ url: 'https://github.com/lantern/lantern/security/policy', at: { path: 'composer.json', line: 2 } }],
  });
  const project = '[project.urls]\nSecurity = "https://lantern.dev/security"\n';
  expect(await collect({ 'pyproject.toml': project })).toMatchObject({
    elsewhere: [{ url: 'https://lantern.dev/security' }],
  });
});

test('a SECURITY.md that cannot be read is named', async () => {
  expect(await collect({ 'SECURITY.md': 'x'.repeat(2_000_000) })).toMatchObject({
    documents: [],
    unread: [{ path: 'SECURITY.md' }],
  });
});

test('links lead elsewhere, or into the tree', async () => {
  const far = await policyOf(
    '# Security\n\nSee [our policy](https://github.com/org/community/blob/main/SECURITY.md).\n',
  );
  expect(far).toMatchObject({ documents: [], elsewhere: [{ at: { line: 3 } }] });
  const near = await collect({
    '.github/SECURITY.md': 'Please read https://github.com/lantern/lantern/blob/main/process/sec.md.\n',
    'process/sec.md': '# Process\n\nTo report a vulnerability, mail security@lantern.org.\n',
  });
  expect(near).toMatchObject({ documents: [{ path: 'process/sec.md' }], elsewhere: [] });
});

test('which links are the policy, which are read besides, and which are nothing', async () => {
  const collected = await collect({
    'SECURITY.md': `# Security

E-mail security@lantern.org. See our [full disclosure policy](https://lantern.org/security/policy) for the process.

The threat model extends the [Torch security policy](https://torch.org/security). Known vulnerabilities are listed
on [our security page](https://lantern.org/docs/security.html).
`,
  });
  expect(collected?.elsewhere.map(({ url, isPolicy }) => [url, isPolicy])).toEqual([
    ['https://lantern.org/security/policy', true],
    ['https://torch.org/security', false],
    ['https://lantern.org/docs/security.html', false],
  ]);
  const csp =
    '# Security\n\n## Content Security Policy\n\nSee https://developer.mozilla.org/docs/Web/HTTP/Headers/Content-Security-Policy.\n';
  expect(await collect({ 'docs/web-security.md': csp })).toBeNull();
  const page =
    'Join teams like the [Lantern team](https://www.lantern.org/security/#team) or [Torch](https://torch.org/security/).\n';
  expect((await collect({ 'CONTRIBUTING.md': page }))?.elsewhere).toMatchObject([
    { url: 'https://www.lantern.org/security/#team', isPolicy: false },
  ]);
});

test('a document that only forbids, and points elsewhere, is no policy', async () => {
  const text = `## Security

**Please do not report security vulnerabilities through public GitHub issues.**

For security reporting information, please review the guidance at [https://aka.ms/SECURITY.md](https://aka.ms/SECURITY.md).
`;
  expect(await policyOf(text)).toMatchObject({
    documents: [],
    channels: [],
    elsewhere: [{ url: 'https://aka.ms/SECURITY.md' }],
  });
});

test('a manual in reStructuredText whose title is the policy is read whole', async () => {
  const text = `=========================
Lantern security policies
=========================

Reporting security issues
=========================

Please report security issues by emailing security@lantern.org.
You should receive an acknowledgment within 48 hours.

Supported versions
==================

The two most recent release series receive security support.
`;
  expect(await policyOf(text, 'docs/internals/security.txt')).toMatchObject({
    channels: [{ value: 'security@lantern.org', at: { line: 8 } }],
    sections: { responseTimes: { line: 9 }, supportedVersions: { line: 11 } },
  });
});

test('a threat of legal action is no safe harbour', async () => {
  const text =
    '# Security\n\nReport vulnerabilities to security@lantern.org. Breaking these rules may result in legal action, as may unauthorized testing of our research systems.\n';
  expect((await policyOf(text)).sections.safeHarbour).toBeNull();
});

test('an issue-template link is a channel and no policy', async () => {
  const config =
    'contact_links:\n  - name: Security\n    url: https://github.com/lantern/lantern/security/advisories/new\n    about: Report here\n';
  const fact = await collect({ '.github/ISSUE_TEMPLATE/config.yml': config });
  expect(fact).toMatchObject({ documents: [], channels: [{ kind: 'forge-private-report', at: { line: 3 } }] });
});

test('tests, examples and vendored trees are other people’s policies', async () => {
  expect(
    await collect({
      'vendor/x/SECURITY.md': completePolicy,
      'examples/SECURITY.md': completePolicy,
      'README.md': '# W\n',
    }),
  ).toBeNull();
});

test('never throws', async () => {
  const bits = fc.array(fc.constantFrom(...completePolicy.split(/(?=[ \n])/u), '\u0000', '[', '](', '<!--', '@', '`'), {
    maxLength: 200,
  });
  await fc.assert(
    fc.asyncProperty(bits, async (words) => {
      const fact = await collect({ 'SECURITY.md': words.join('') });
      expect(fact === null || Array.isArray(fact.channels)).toBe(true);
    }),
    { numRuns: 200 },
  );
  const started = performance.now();
  for (const bit of ['a@', 'a at ', 'security ', 'report a vulnerability ', 'we will ', 'do not ', '[your '])
    await collect({ 'SECURITY.md': bit.repeat(60_000 / bit.length) });
  expect(performance.now() - started).toBeLessThan(30_000);
}, 30_000);
