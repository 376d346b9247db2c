// SPDX-License-Identifier: Apache-2.0
import type { Verb } from '../command.ts';
import { archive } from './archive.ts';
import { assess } from './assess.ts';
import { build } from './build.ts';
import { catalog } from './catalog.ts';
import { explain } from './explain.ts';
import { feeds } from './feeds.ts';
import { findings } from './findings.ts';
import { gate } from './gate.ts';
import { importVerb } from './import.ts';
import { init } from './init.ts';
import { release } from './release.ts';
import { roadmap } from './roadmap.ts';
import { sbom } from './sbom.ts';
import { scan } from './scan.ts';
import { sign } from './sign.ts';
import { verify } from './verify.ts';

/** Every verb, in the order of --help. */
export const verbs: readonly Verb[] = [
  assess,
  roadmap,
  explain,
  catalog,
  init,
  scan,
  importVerb,
  findings,
  gate,
  feeds,
  sbom,
  build,
  sign,
  verify,
  release,
  archive,
];
