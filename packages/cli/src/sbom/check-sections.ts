// SPDX-License-Identifier: Apache-2.0
import type { BillComponent } from '@plumbline/core/sbom/bill-of-materials';
import type { BillCheck, Compared } from '@plumbline/engine/sbom/check-bill';
import type { Mismatch } from '@plumbline/engine/sbom/reconcile';
import type { Section } from './sections.ts';

const ofDocument: ReadonlySet<string> = new Set(['author', 'timestamp', 'tool name', 'generation context']);

const listsNothing = 'it lists no component and does not say that there is none: --against what it is of tells';

/** What a check found, in words: what breaks the standard, what is missing, what is not what is there. */
export function checkSections({ problems, elements, compared, components, holds }: BillCheck): readonly Section[] {
  return [
    { title: 'Breaks its standard', lines: problems },
    {
      title: 'Minimum elements that are missing',
      lines: elements.map(
        ({ element, missing, askedBy, allowed }) =>
          `${element}: ${ofDocument.has(element) ? 'the document names none' : `${missing} of ${components} components`} (${askedBy})${allowed ? ', which is let pass' : ''}`,
      ),
    },
    { title: 'Not known', lines: holds === null && compared.length === 0 ? [listsNothing] : [] },
    ...compared.flatMap((one) => comparedSections(one)),
  ];
}

/** In one line: whether it holds, and what it was compared with. */
export function checkTitle(name: string, { format, components, compared, holds }: BillCheck): string {
  const state =
    holds === null ? 'nothing was found against it, and not all could be looked at' : holds ? 'holds' : 'does not hold';
  const beside =
    compared.length === 0 ? 'compared with nothing' : `compared with ${compared.map(({ what }) => what).join(', ')}`;
  return `${name}: ${format}, ${components} components, ${beside}: ${state}`;
}

function comparedSections({ what, missing, extra, versions, contents, incomplete }: Compared): readonly Section[] {
  return [
    { title: `In ${what}, not in the bill`, lines: missing.map((one) => named(one)) },
    { title: `In the bill, not in ${what}`, lines: extra.map((one) => named(one)) },
    { title: `Other versions than in ${what}`, lines: versions.map((one) => mismatched(one)) },
    { title: `Other content than in ${what}, at the same version`, lines: contents.map((one) => mismatched(one)) },
    { title: `Not read in ${what}`, lines: incomplete },
  ];
}

function named({ ref, foundIn }: BillComponent): string {
  return foundIn.length === 0 ? ref : `${ref} (${foundIn.slice(0, 3).join(', ')})`;
}

function mismatched({ name, listed, found }: Mismatch): string {
  return `${name}: the bill says ${listed.join(', ') || 'none'}, found is ${found.join(', ') || 'none'}`;
}
