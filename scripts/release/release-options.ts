// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StepError } from './step-error.ts';

/** `make`: all that needs no key, and nothing that does. `sign`: what is left, from the folder that `make` left behind. */
export const stages = ['make', 'sign'] as const;
export type Stage = (typeof stages)[number];

export type ReleaseOptions = {
  /** In this order. */
  readonly stages: readonly Stage[];
  /** A new folder for all that is made. */
  readonly output: string;
  /** Null: `v` and the version. */
  readonly tag: string | null;
  /** What acquirers verify by. */
  readonly trust: string;
  /** A folder, `oci:FOLDER` or `s3://BUCKET/PREFIX`. */
  readonly archive: string;
  readonly retain: string;
  /** Reports that were made before, such as those of the tests. */
  readonly reports: readonly string[];
  /** What `plumbline sign` is told of the key; empty where nothing is signed. */
  readonly signing: readonly string[];
};

export const usage = `npm run release -- --output DIR [options] -- OPTIONS OF plumbline sign

  --output DIR      a new folder for all that is made
  --stage STAGE     make (no key needed) or sign (what is left, from the folder that make left); both unless told
  --tag TAG         the tag that is released (default: v and the version)
  --trust FILE      the trust policy that acquirers verify by (default: security/trust-policy.yaml)
  --archive PLACE   a folder, oci:FOLDER or s3://BUCKET/PREFIX (default: DIR/archive)
  --retain TIME     how long it is kept there (default: 5y)
  --report FILE     a report that becomes part of the release, such as that of the tests; repeatable

After -- follows the key: --key FILE, or --pkcs11-module FILE --token LABEL --key-label LABEL, or what else
plumbline sign takes.`;

/** What the command line asks for. Throws a StepError with the usage. */
export function releaseOptions(args: readonly string[]): ReleaseOptions {
  const end = args.indexOf('--');
  const signing = end === -1 ? [] : args.slice(end + 1);
  const { output, stage, tag, trust, archive, retain, report } = parsed(end === -1 ? args : args.slice(0, end));
  const asked = stages.filter((one) => stage === undefined || one === stage);
  if (output === undefined || asked.length === 0 || asked.includes('sign') !== signing.length > 0)
    throw new StepError(usage, 2);
  const folder = resolve(output);
  return {
    stages: asked,
    output: folder,
    tag: tag ?? null,
    trust: resolve(trust),
    archive: archive ?? `${folder}/archive`,
    retain,
    reports: report.map((path) => resolve(path)),
    signing,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        output: { type: 'string' },
        stage: { type: 'string' },
        tag: { type: 'string' },
        trust: { type: 'string', default: 'security/trust-policy.yaml' },
        archive: { type: 'string' },
        retain: { type: 'string', default: '5y' },
        report: { type: 'string', multiple: true, default: [] as string[] },
      },
    }).values;
  } catch (error) {
    throw new StepError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2);
  }
}
