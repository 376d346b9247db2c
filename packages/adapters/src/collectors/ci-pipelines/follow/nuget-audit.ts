// SPDX-License-Identifier: Apache-2.0
import { configuredTools as more } from '../tools/configured-tools.ts';
import type { ToolWay } from '../tools/tool.ts';
import type { Refining } from './refine-tools.ts';

const shared = [
  'Directory.Build.props',
  'Directory.Packages.props',
  'Directory.Build.targets',
  'src/Directory.Build.props',
];

type Settings = { readonly off: boolean; readonly named: boolean; readonly asErrors: boolean };

/** The first SDK whose restore asks the registry for known vulnerabilities without being told to. */
const auditsSince = 8;

/**
 * NuGet's audit runs with every restore. As with the audit that `npm install` prints, a default that nobody chose is no
 * check; it is one where the tree names it, or lets its warnings fail the build.
 */
export function nugetAudits({ files }: Refining): readonly ToolWay[] {
  const read = shared.flatMap((path) => files.derived('nuget-audit', path, settingsOf) ?? []);
  if (read.some(({ off }) => off)) return [];
  const sdk = files.derived('dotnet-sdk', 'global.json', majorOf) ?? 0;
  const fails = read.some(({ asErrors }) => asErrors) && sdk >= auditsSince;
  return fails || read.some(({ named }) => named) ? [more.nugetAudit] : [];
}

function settingsOf(text: string): Settings {
  const active = text.slice(0, 262_144).replaceAll(/<!--[^]{0,20000}?-->/gu, '');
  const silenced = /<NoWarn>[^<]{0,2000}NU190[1-4]/iu.test(active);
  return {
    off: /<NuGetAudit>\s*false/iu.test(active) || silenced,
    named:
      /<NuGetAudit>\s*true|<NuGetAudit(?:Mode|Level)>\s*\w|<Warnings(?:Not)?AsErrors>[^<]{0,2000}NU190[1-4]/iu.test(
        active,
      ),
    asErrors: /<TreatWarningsAsErrors>\s*true/iu.test(active),
  };
}

const majorOf = (text: string): number => Number(/"version"\s{0,20}:\s{0,20}"(\d{1,3})\./u.exec(text)?.[1] ?? 0);
