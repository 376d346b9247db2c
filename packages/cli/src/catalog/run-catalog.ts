// SPDX-License-Identifier: Apache-2.0
import { type CatalogId, createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import { findCrosswalks } from '@plumbline/core/catalog/find-crosswalks';
import { searchCatalog } from '@plumbline/core/catalog/search-catalog';
import { PlumblineError } from '@plumbline/core/errors';
import { renderCatalogCsv } from '@plumbline/formats/csv/render-catalog-csv';
import { renderCrosswalkCsv } from '@plumbline/formats/csv/render-crosswalk-csv';
import { renderCatalogList } from '@plumbline/reports/catalog-list/render-catalog-list';
import { renderCrosswalkIndex } from '@plumbline/reports/catalog-list/render-crosswalk-index';
import { renderCrosswalkTable } from '@plumbline/reports/catalog-list/render-crosswalk-table';
import { renderSearchResults } from '@plumbline/reports/catalog-list/render-search-results';
import type { exportFormats } from '../commands/catalog.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';

export type CatalogOption = { readonly catalog: CatalogId };

export async function listCatalog({ catalog }: CatalogOption, terminal: Terminal): Promise<ExitCode> {
  await terminal.write(renderCatalogList(await createCatalogSource().catalog(catalog), terminal));
  return exitCodes.done;
}

export async function search(
  words: readonly string[],
  { catalog }: CatalogOption,
  terminal: Terminal,
): Promise<ExitCode> {
  const query = words.join(' ');
  const found = await createCatalogSource().catalog(catalog);
  await terminal.write(renderSearchResults(found.framework, query, searchCatalog(found, query), terminal));
  return exitCodes.done;
}

/** Throws `usage` when no crosswalk has that name. */
export async function crosswalk(
  name: string | undefined,
  options: CatalogOption & { readonly csv?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const source = createCatalogSource();
  const catalog = await source.catalog(options.catalog);
  const all = (await source.crosswalks()).filter(({ covers }) => covers === options.catalog);
  if (name === undefined) {
    await terminal.write(renderCrosswalkIndex(all, terminal));
    return exitCodes.done;
  }
  const chosen = findCrosswalks(all, name);
  if (chosen.length === 0) {
    throw new PlumblineError('usage', `no crosswalk of ${options.catalog} is called ${name}`, {
      next: 'plumbline catalog crosswalk lists them',
    });
  }
  const render = options.csv
    ? renderCrosswalkCsv
    : (...of: Parameters<typeof renderCrosswalkCsv>) => renderCrosswalkTable(...of, terminal);
  await terminal.write(chosen.map((one) => render(catalog, one)).join('\n'));
  return exitCodes.done;
}

export type ExportOptions = CatalogOption & {
  readonly format: (typeof exportFormats)[number];
  readonly output?: string;
};

/** Deterministic: the time in the document is the framework's publication, not that of the export. */
export async function exportCatalog(
  { catalog: id, format, output }: ExportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const source = createCatalogSource();
  const catalog = await source.catalog(id);
  const options = { modifiedAt: publishedAt(catalog.framework.published), toolVersion: version };
  await deliver(await rendered(), output, terminal);
  return exitCodes.done;

  async function rendered(): Promise<string> {
    if (format === 'csv') return renderCatalogCsv(catalog.framework);
    if (format === 'oscal')
      return (await import('@plumbline/formats/oscal/render-oscal-catalog')).renderOscalCatalog(
        catalog.framework,
        options,
      );
    if (format === 'cyclonedx') {
      const { renderCycloneDxStandard } = await import('@plumbline/formats/cyclonedx/render-cyclonedx-standard');
      return renderCycloneDxStandard(catalog.framework, { ...options, specVersion: '1.6' });
    }
    const { renderOscalMapping } = await import('@plumbline/formats/oscal/render-oscal-mapping');
    const crosswalks = (await source.crosswalks()).filter(({ covers }) => covers === id);
    if (crosswalks.length === 0)
      throw new PlumblineError('usage', `no crosswalk covers ${id}`, { next: 'Export the mapping of ssdf-1.1' });
    return renderOscalMapping(catalog, crosswalks, options);
  }
}

/** The first moment of a publication that is known to the month or the day. */
function publishedAt(published: string): string {
  return `${published.length === 7 ? `${published}-01` : published}T00:00:00Z`;
}
