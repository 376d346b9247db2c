// SPDX-License-Identifier: Apache-2.0
import { stat } from 'node:fs/promises';
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
import { PlumblineError } from '@plumbline/core/errors';
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { type Against, type BillCheck, checkBill } from '@plumbline/engine/sbom/check-bill';
import { renderBill } from '@plumbline/formats/sbom/render-bill';
import { printJson } from '@plumbline/reports/print-json';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { checkSections, checkTitle } from './check-sections.ts';
import { makeBill, type MakeOptions } from './make-bill.ts';
import { type BillFile, billFromBytes, readBillFile } from './read-bill-file.ts';
import { markdownOfSections, textOfSections } from './sections.ts';

export type SbomReport = 'text' | 'json' | 'markdown';

export type CheckOptions = MakeOptions & {
  readonly report: SbomReport;
  readonly output?: string;
  /** Sources and artifacts to compare with. */
  readonly against?: readonly string[];
  /** Minimum elements that may be missing, with commas between them. */
  readonly allow?: string;
};

type Named = BillFile & { readonly name: string };

/** Elements as sbom-gaps names them. */
const elements: ReadonlySet<string> = new Set([
  'supplier',
  'component name',
  'version',
  'unique identifier',
  'dependency relationship',
  'component hash',
  'license',
  'author',
  'timestamp',
  'tool name',
  'generation context',
]);

/**
 * `plumbline sbom --check`: of a bill of materials; of a repository, those that it keeps, against its lockfiles; of
 * anything else, the bill that would be written of it. Exit 1 when one does not hold, 3 when not all could be compared.
 */
export async function runSbomCheck(target: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const allowed = allowedElements(options.allow);
  const { bills, against } = await whatToCheck(target, options, terminal);
  const checks = bills.map(({ name, document, bill }) => ({
    name,
    check: checkBill({ document, bill, against, allowed }),
  }));
  await deliver(render(checks, options, terminal), options.output, terminal);
  if (checks.some(({ check }) => check.holds === false)) return exitCodes.failed;
  return checks.some(({ check }) => check.holds === null) ? exitCodes.couldNotAssess : exitCodes.done;
}

function allowedElements(text: string | undefined): ReadonlySet<string> {
  const named = (text ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase().replaceAll('-', ' '))
    .filter((one) => one !== '');
  const stranger = named.find((one) => !elements.has(one));
  if (stranger === undefined) return new Set(named);
  throw new PlumblineError('usage', `--allow ${stranger}: there is no such minimum element`, {
    next: `One of: ${[...elements].map((one) => one.replaceAll(' ', '-')).join(', ')}`,
  });
}

async function whatToCheck(
  target: string,
  options: CheckOptions,
  terminal: Terminal,
): Promise<{ readonly bills: readonly Named[]; readonly against: readonly Against[] }> {
  const against: Against[] = [];
  for (const one of options.against ?? []) against.push({ what: one, ...(await makeBill(one, options, terminal)) });
  const isFile = (await stat(target).catch(() => null))?.isFile() === true;
  if (isFile) return { bills: [{ name: target, ...(await billOrMade(target, options, terminal)) }], against };
  const made = await makeBill(target, options, terminal);
  const kept = made.bill.context === 'source' ? await billsIn(target, options, terminal) : [];
  if (kept.length > 0) return { bills: kept, against: [...against, { what: target, ...made }] };
  return { bills: [{ name: `the bill of ${target}`, ...written(made.bill, target) }], against };
}

/** A bill as it is; of any other file, the bill that would be written of it. What is neither is no bill. */
async function billOrMade(path: string, options: CheckOptions, terminal: Terminal): Promise<BillFile> {
  try {
    return await readBillFile(path);
  } catch (error) {
    if (!isNoBill(error)) throw error;
    const made = await makeBill(path, options, terminal).catch((cause: unknown) => {
      throw isNoBill(cause) && /\.(?:json|xml|spdx)$/iu.test(path) ? error : cause;
    });
    return written(made.bill, path);
  }
}

const isNoBill = (error: unknown): boolean =>
  error instanceof PlumblineError && (error.code === 'input-invalid' || error.code === 'input-too-large');

function written(bill: BillOfMaterials, path: string): BillFile {
  return billFromBytes(new TextEncoder().encode(renderBill(bill, 'cyclonedx-1.7')), path);
}

const billNames = /(?:^|\/)(?:s?bom|cyclonedx|spdx)\.(?:json|xml)$|\.(?:cdx|spdx|s?bom)\.(?:json|xml)$|\.spdx$/iu;
const keptMax = 50;

/** Bills of materials that a repository keeps, by their names; those of tests are passed over. */
async function billsIn(
  target: string,
  { worktree, offline }: CheckOptions,
  terminal: Terminal,
): Promise<readonly Named[]> {
  const { signal, progress } = terminal;
  const repository = await openRepository(target, {
    signal,
    progress,
    worktree: worktree ?? false,
    offline: offline ?? false,
  });
  try {
    const paths = repository.snapshot.entries
      .map(({ path }) => path)
      .filter(
        (path) =>
          billNames.test(path) && !/(?:^|\/)(?:tests?|fixtures?|testdata|examples?|node_modules)\//iu.test(path),
      );
    const found: Named[] = [];
    await repository.snapshot.read(
      paths.slice(0, keptMax),
      (path, content) => {
        if (content.state === 'unread') throw new PlumblineError('input-unreadable', content.because, { path });
        found.push({ name: path, ...billFromBytes(new TextEncoder().encode(content.text), path) });
      },
      { bytesMax: 64 * 1024 * 1024 },
    );
    return found;
  } finally {
    await repository.close();
  }
}

type Checked = readonly { readonly name: string; readonly check: BillCheck }[];

function render(checks: Checked, { report, output }: CheckOptions, { style }: Terminal): string {
  if (report === 'json')
    return printJson({ schemaVersion: '1.0', bills: checks.map(({ name, check }) => ({ name, ...check })) });
  const plain = output === undefined ? style : undefined;
  return checks
    .map(({ name, check }) =>
      report === 'markdown'
        ? markdownOfSections(checkTitle(name, check), checkSections(check))
        : textOfSections(checkTitle(name, check), checkSections(check), plain),
    )
    .join('\n');
}
