// SPDX-License-Identifier: Apache-2.0

export type NamedTool = { readonly tool: string | null; readonly toolVersion: string | null };

const lengthMax = 200;
const withVersion = /^(\S.{0,150}?)(?:[ /@:]|[-_](?=v?\d))v?(\d[\w.+-]{0,60})$/;

/** A name and version as other formats write them: `syft-1.4.0`, `vexctl/0.3.0`, `trivy 0.50`. */
export function namedTool(text: string | null): NamedTool {
  if (text === null) return { tool: null, toolVersion: null };
  const match = text.length > lengthMax ? null : withVersion.exec(text);
  return match === null
    ? { tool: bounded(text), toolVersion: null }
    : { tool: bounded(match[1] ?? null), toolVersion: match[2] ?? null };
}

/** Text of a length fit for a report. */
export function bounded(text: string | null): string | null {
  return text === null || text.length <= lengthMax ? text : `${text.slice(0, lengthMax - 1)}…`.toWellFormed();
}
