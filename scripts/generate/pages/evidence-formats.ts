// SPDX-License-Identifier: Apache-2.0
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { EvidenceFormat } from '@plumbline/formats/detect/detect-format';
import { allChecks } from '@plumbline/practices/generated/checks';
import type { GeneratedFile } from '../write-generated.ts';
import { generatedNote } from './generated-note.ts';

/** What each format can hold: the compiler refuses a format without a row. */
const formats: { readonly [F in EvidenceFormat]: { readonly title: string; readonly kinds: readonly FactKind[] } } = {
  sarif: { title: 'SARIF', kinds: ['scan-reports'] },
  cyclonedx: { title: 'CycloneDX', kinds: ['sboms', 'vex-documents'] },
  spdx: { title: 'SPDX', kinds: ['sboms'] },
  csaf: { title: 'CSAF', kinds: ['vex-documents'] },
  openvex: { title: 'OpenVEX', kinds: ['vex-documents'] },
  'in-toto': { title: 'in-toto', kinds: ['in-toto-statements'] },
  junit: { title: 'JUnit XML', kinds: ['test-reports'] },
  osquery: { title: 'osquery', kinds: ['endpoint-posture'] },
};

/** Which checks each format of --evidence answers, and which it answers none of. */
export function evidenceFormatsPage(): GeneratedFile {
  const rows = Object.values(formats).flatMap(({ title, kinds }) =>
    kinds.map((kind) => `| ${title} | ${factSources[kind].title} | ${answering(kind)} | ${adding(kind)} |`),
  );
  const text = [
    '# What a file passed with `--evidence` answers',
    '',
    generatedNote('packages/formats and packages/practices'),
    '',
    'A check that a kind of evidence *answers* is unknown without it. One that it *adds to* can have an answer from elsewhere,',
    'which the evidence confirms or makes stronger. Evidence that answers no check is read, bound, kept and shown, and changes',
    'no verdict.',
    '',
    '| format | gives | answers | adds to |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  return { path: 'docs/generated/evidence-formats.md', text };
}

const answering = (kind: FactKind): string =>
  listed(allChecks.filter(({ needs }) => needs.includes(kind)).map(({ id }) => id)) || 'no check of this version';

const adding = (kind: FactKind): string =>
  listed(allChecks.filter(({ uses = [] }) => uses.includes(kind)).map(({ id }) => id));

const listed = (ids: readonly string[]): string => ids.map((id) => `[${id}](checks/${id}.md)`).join('<br>');
