// SPDX-License-Identifier: Apache-2.0
/**
 * Makes the data in `catalog/` from a directory of source data: `node scripts/import-catalog.mjs DIR`.
 * What is imported, from where and under which licence stands in `catalog/sources.json`; SOURCES.md is made from it, and
 * `npm run format` sets its tables. Ids are kept as their source prints them: what is wrong there is flagged by the
 * registry tests, not mended here.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const catalogDir = join(import.meta.dirname, '..', 'catalog');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const tasksOf = (framework) =>
  framework.groups.flatMap((group) => group.practices.flatMap((practice) => practice.tasks));
const linkOf = (row) => `${row.ssdf} ${row.ref}`;

function importFrameworks(sourceDir, frameworks) {
  for (const { id, file } of frameworks) {
    writeFileSync(join(catalogDir, file), `${JSON.stringify({ id, ...readJson(join(sourceDir, file)) }, null, 1)}\n`);
  }
}

/** The ids that NIST prints in the References column for one document, in the order printed. */
function rowsOfReferences(document, framework) {
  return tasksOf(framework).flatMap((task) =>
    task.references
      .filter((reference) => reference.document === document)
      .flatMap((reference) => reference.items.map((ref) => ({ ssdf: task.id, ref }))),
  );
}

/** The form's Appendix. A printed id that lacks its dot is read, and the printed form is kept beside it. */
function rowsOfForm(form) {
  return form.statements.flatMap((statement) => {
    const printed = (statement.ssdfAsPrinted ?? '').split(', ');
    return statement.ssdf.map((ssdf) => {
      const asPrinted = printed.find((id) => id !== ssdf && id.replace(' ', '.') === ssdf);
      return { ssdf, ref: statement.id, ...(asPrinted && { asPrinted }) };
    });
  });
}

/** An id that was read otherwise than printed goes back to the printed one; the reading stays as a hint. */
function asPrinted({ ssdf, ref, via, asPrinted: printed, title, coverage }) {
  const misprint = printed !== undefined && printed !== ssdf;
  return {
    ssdf: misprint ? printed : ssdf,
    ref,
    ...(via && { via }),
    ...(misprint && { probably: ssdf }),
    ...((title ?? coverage) && { note: title ?? coverage }),
  };
}

/** A derived row is as good as the published row that it rests on: a misprint there stays a misprint here. */
function restOnPublished(rows, publishedRows) {
  const misprints = new Map(
    publishedRows.filter((row) => row.probably).map((row) => [linkOf({ ...row, ssdf: row.probably }), row]),
  );
  return rows.map((row) => {
    const misprint = misprints.get(`${row.ssdf} ${row.via}`);
    return misprint ? { ...row, ssdf: misprint.ssdf, probably: misprint.probably } : row;
  });
}

function rowsFor({ from, covers }, sourceDir) {
  if (from.referenceDocument)
    return rowsOfReferences(from.referenceDocument, readJson(join(sourceDir, `${covers}.json`)));
  if (from.attestationForm) return rowsOfForm(readJson(join(sourceDir, 'cisa-attestation-form.json')));
  return readJson(join(sourceDir, from.file)).map(asPrinted);
}

function importCrosswalks(sourceDir, crosswalks) {
  mkdirSync(join(catalogDir, 'crosswalks'), { recursive: true });
  const rowsBySlug = new Map(crosswalks.map((crosswalk) => [crosswalk.slug, rowsFor(crosswalk, sourceDir)]));
  for (const { from: _, ...head } of crosswalks) {
    const own = rowsBySlug.get(head.slug);
    const rows = head.viaCrosswalk ? restOnPublished(own, rowsBySlug.get(head.viaCrosswalk)) : own;
    const body = rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n');
    const text = JSON.stringify({ ...head, rows: [] }, null, 1).replace('"rows": []', `"rows": [\n${body}\n ]`);
    writeFileSync(join(catalogDir, 'crosswalks', `${head.slug}.json`), `${text}\n`);
  }
}

function importSchemas(sourceDir, schemas) {
  for (const { from, to, files } of schemas) {
    mkdirSync(join(catalogDir, 'schemas', to), { recursive: true });
    for (const file of files)
      copyFileSync(join(sourceDir, 'schemas', from, file), join(catalogDir, 'schemas', to, file));
  }
}

const row = (...cells) => `| ${cells.join(' | ')} |`;
const at = ({ repository, path, commit }) => `${repository}, ${path} @ ${commit}`;

function renderSources({ frameworks, crosswalks, schemas, trust }) {
  return [
    '# Sources of the catalog',
    '',
    'Made from `sources.json` by `node scripts/import-catalog.mjs DIR`. Texts of NIST are verbatim.',
    '`published`: the source itself states the pair. `nist-reference`: NIST states it in the References column of the',
    'SSDF. `derived`: two published mappings chained; indicative only.',
    '',
    '## Frameworks and the form',
    '',
    row('file', 'source', 'licence'),
    row('---', '---', '---'),
    ...frameworks.map(({ file, source, licence }) => row(`\`${file}\``, source, licence)),
    '',
    '## Crosswalks (`crosswalks/`)',
    '',
    row('file', 'what it maps to', 'kind', 'source', 'licence', 'attribution'),
    row('---', '---', '---', '---', '---', '---'),
    ...crosswalks.map(({ slug, title, kind, source, licence, attribution }) =>
      row(`\`${slug}.json\``, title, kind, at(source), licence, attribution ?? ''),
    ),
    '',
    '## Schemas (`schemas/`)',
    '',
    row('folder', 'what it is', 'source', 'licence'),
    row('---', '---', '---', '---'),
    ...schemas.map(({ to, title, source, licence }) => row(`\`${to}/\``, title, source, licence)),
    '',
    '## Trust roots (`trust/`)',
    '',
    row('file', 'what it is', 'source', 'licence'),
    row('---', '---', '---', '---'),
    ...trust.map(({ file, title, source, licence }) => row(`\`${file}\``, title, source, licence)),
    '',
  ].join('\n');
}

const [sourceDir] = process.argv.slice(2);
if (sourceDir === undefined) {
  console.error('usage: node scripts/import-catalog.mjs DIR');
  process.exitCode = 2;
} else {
  const sources = readJson(join(catalogDir, 'sources.json'));
  importFrameworks(sourceDir, sources.frameworks);
  importCrosswalks(sourceDir, sources.crosswalks);
  importSchemas(sourceDir, sources.schemas);
  writeFileSync(join(catalogDir, 'SOURCES.md'), renderSources(sources));
}
