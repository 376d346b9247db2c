// SPDX-License-Identifier: Apache-2.0
import type { PolicySections } from '@plumbline/core/facts/security-policy';
import type { Patch, PatchInput } from '@plumbline/core/roadmap/patch';
import { patchOf } from '../../patching/patch-result.ts';
import { privateReportUrl } from '../../patching/private-report-url.ts';
import { policySections } from './policy-sections.ts';

const isPolicy = (path: string): boolean => /^(?:\.github\/|docs\/)?SECURITY\.md$/i.test(path);

/** SECURITY.md with everything that RV.1.3 asks; where there is one already, only the sections that it lacks. */
export const addSecurityPolicyPatch: Patch = {
  id: 'add-security-policy',
  title: 'Say how to report a vulnerability, and what happens then',
  reads: (paths) => paths.filter((path) => isPolicy(path)),
  write(input) {
    const channel = privateReportUrl(input.home);
    if (channel === null)
      return {
        state: 'not-possible',
        because: 'no private channel of the forge is known here: a policy needs one, so write it by hand',
      };
    const policy = input.evidence['security-policy'];
    const elsewhere = policy?.state === 'found' ? policy.fact.elsewhere.find(({ isPolicy }) => isPolicy) : undefined;
    if (elsewhere !== undefined && input.files.size === 0)
      return {
        state: 'not-possible',
        because: `the policy is said to be at ${elsewhere.url}: bring that one into the repository`,
      };
    const sections = policySections(input.product, channel);
    const notes = [
      'Read every number and promise: merging it makes them yours',
      ...(input.home?.forge === 'github'
        ? ['Turn on private vulnerability reporting in the settings of the repository']
        : []),
    ];
    const [existing] = [...input.files];
    if (existing === undefined || isPlaceholder(input)) {
      const path = existing?.[0] ?? 'SECURITY.md';
      const after = ['# Security policy', ...sections.map(({ heading, text }) => `## ${heading}\n\n${text}`)].join(
        '\n\n',
      );
      return patchOf([{ path, before: existing?.[1] ?? null, after: `${after}\n` }], notes, '');
    }
    const [path, before] = existing;
    const lacking = missing(input);
    const added = sections
      .filter(({ covers }) => covers.some((section) => lacking.has(section)))
      .map(({ heading, text }) => `\n## ${heading}\n\n${text}\n`);
    return patchOf(
      [{ path, before, after: `${before.replace(/\n*$/, '\n')}${added.join('')}` }],
      notes,
      'the policy says everything that is asked',
    );
  },
};

function isPlaceholder({ evidence }: PatchInput): boolean {
  const policy = evidence['security-policy'];
  return policy?.state === 'found' && policy.fact.placeholder;
}

/** Sections that the policy of the tree does not have; a policy that could not be understood lacks nothing. */
function missing({ evidence }: PatchInput): ReadonlySet<keyof PolicySections> {
  const policy = evidence['security-policy'];
  if (policy?.state !== 'found') return new Set();
  const { sections, channels } = policy.fact;
  const absent = (Object.keys(sections) as (keyof PolicySections)[]).filter((name) => sections[name] === null);
  return new Set([...absent, ...(channels.length === 0 ? (['channel'] as const) : [])]);
}
