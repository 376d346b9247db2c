// SPDX-License-Identifier: Apache-2.0
import type { EvidenceFile } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import type { ImportedEvidence } from '@plumbline/core/facts/imported/imported-evidence';
import { parseCsaf } from '@plumbline/formats/csaf/parse-csaf';
import { parseCycloneDx } from '@plumbline/formats/cyclonedx/parse-cyclonedx';
import { detectFormat, type EvidenceFormat, knownFormats } from '@plumbline/formats/detect/detect-format';
import type { Parsed } from '@plumbline/formats/imports/parsed';
import type { TextFault } from '@plumbline/formats/imports/text-fault';
import type { Unfiled } from '@plumbline/formats/imports/unfiled';
import { parseInToto } from '@plumbline/formats/in-toto/parse-in-toto';
import { parseJunit } from '@plumbline/formats/junit/parse-junit';
import { parseOpenVex } from '@plumbline/formats/openvex/parse-openvex';
import { parseOsquery } from '@plumbline/formats/osquery/parse-osquery';
import { parseSarif } from '@plumbline/formats/sarif/parse-sarif';
import { parseSpdx } from '@plumbline/formats/spdx/parse-spdx';
import { allReportParsers } from '@plumbline/formats/generated/report-parsers';
import { countResults } from '@plumbline/formats/tool-reports/count-results';
import { detectReport } from '@plumbline/formats/tool-reports/detect-report';
import { asUtf8 } from '@plumbline/formats/tool-reports/report-shape/as-utf8';
import { scanReportOf } from '@plumbline/formats/tool-reports/scan-report-of';
import { shownPath } from './shown-path.ts';

/** What a file holds of which nothing is said. */
export const noEvidence: ImportedEvidence = {
  scans: [],
  sboms: [],
  vex: [],
  statements: [],
  tests: [],
  exports: [],
  endpoints: [],
};

/** A file is understood once: when it is read, so that a bad one ends the run, and the collector has it then. */
const understood = new WeakMap<EvidenceFile, ImportedEvidence>();

/**
 * What one evidence file holds. Throws `input-invalid` with file, line and column when it is of no known format or not
 * well-formed, and `input-too-large` when it holds more than is read; what is merely against its standard is kept, with
 * problems.
 */
export function understandEvidence(file: EvidenceFile): ImportedEvidence {
  const known = understood.get(file);
  if (known !== undefined) return known;
  const detected = detectFormat(file.bytes);
  const imported = detected.state === 'known' ? parsers[detected.format](file) : toolReport(file, detected.fault);
  understood.set(file, imported);
  return imported;
}

const parsers: { readonly [F in EvidenceFormat]: (file: EvidenceFile) => ImportedEvidence } = {
  sarif: (file) => ({ ...noEvidence, scans: filed(file, parseSarif(file.bytes)) }),
  spdx: (file) => ({ ...noEvidence, sboms: filed(file, parseSpdx(file.bytes)) }),
  csaf: (file) => ({ ...noEvidence, vex: filed(file, parseCsaf(file.bytes)) }),
  openvex: (file) => ({ ...noEvidence, vex: filed(file, parseOpenVex(file.bytes)) }),
  'in-toto': (file) => ({ ...noEvidence, statements: filed(file, parseInToto(file.bytes)) }),
  junit: (file) => ({ ...noEvidence, tests: filed(file, parseJunit(file.bytes)) }),
  cyclonedx: (file) => {
    const parsed = parseCycloneDx(file.bytes);
    if (parsed.state === 'failed') throw inputError(file, parsed.fault);
    const { sbom, vex } = parsed;
    return {
      ...noEvidence,
      sboms: sbom === null ? [] : [{ ...sbom, ...identity(file) }],
      vex: vex === null ? [] : [{ ...vex, ...identity(file) }],
    };
  },
  osquery: (file) => {
    const parsed = parseOsquery(file.bytes);
    if (parsed.state === 'failed') throw inputError(file, parsed.fault);
    return { ...noEvidence, exports: [{ ...parsed.binding, ...identity(file) }], endpoints: parsed.endpoints };
  },
};

/** The native report of a tool; when it is none either, the file is what was said of it first. */
function toolReport(file: EvidenceFile, fault: TextFault): ImportedEvidence {
  if (fault.code !== 'unknown-format') throw inputError(file, fault);
  const text = asUtf8(file.bytes);
  const chosen = detectReport(text, true, allReportParsers);
  if (chosen.state === 'failed') throw inputError(file, chosen.fault);
  const counter = countResults();
  const read = chosen.parser.parse(text, (result, run) => counter.add(run, result));
  if (read.state === 'failed') throw inputError(file, read.fault);
  const scans = read.runs.map((run, index) =>
    scanReportOf({ ...run, ...counter.of(index) }, { ...identity(file), commit: run.commit }),
  );
  return { ...noEvidence, scans };
}

type Identity = Pick<ImportBinding, 'file' | 'sha256'>;

const identity = ({ path, sha256 }: EvidenceFile): Identity => ({ file: shownPath(path), sha256 });

function filed<T extends ImportBinding>(file: EvidenceFile, parsed: Parsed<Unfiled<T>>): readonly T[] {
  if (parsed.state === 'failed') throw inputError(file, parsed.fault);
  return parsed.found.map((report) => ({ ...report, ...identity(file) }) as unknown as T); // T is Unfiled<T> and Identity
}

function inputError({ path }: EvidenceFile, { code, because, line, column }: TextFault): PlumblineError {
  if (code === 'unknown-format')
    return new PlumblineError('input-invalid', `this evidence file cannot be used: ${because}`, {
      path,
      next: `What is read: ${knownFormats}`,
    });
  if (code === 'too-large')
    return new PlumblineError(
      'input-too-large',
      `this evidence file holds more than is read: ${because} (column ${column})`,
      {
        path,
        line,
        next: 'Let the tool write one report a component, or leave out what it can leave out',
      },
    );
  return new PlumblineError('input-invalid', `this evidence file is not well-formed: ${because} (column ${column})`, {
    path,
    line,
    next: 'A report that was cut off while it was written proves nothing: write it again',
  });
}
