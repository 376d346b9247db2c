// SPDX-License-Identifier: Apache-2.0
import type { Follower } from './followed.ts';
import { joinPath } from './resolve-path.ts';

const aliases: readonly (readonly [RegExp, string])[] = [
  [/\bDotNet(?:Core)?Test\s*\(/, 'dotnet test'],
  [/\b(?:XUnit2|NUnit3|VSTest)\s*\(/, 'dotnet test'],
  [/\bDotNet(?:Core)?(?:Build|Publish|MSBuild)\s*\(|\bMSBuild\s*\(/, 'dotnet build'],
  [/\bDotNet(?:Core)?Pack\s*\(/, 'dotnet pack'],
  [/\bDotNet(?:Core)?NuGetPush\s*\(|\bNuGetPush\s*\(/, 'dotnet nuget push'],
];

/** `dotnet cake` and `dotnet cake.cs` into the aliases that the Cake script calls. */
export const followCake: Follower = ({ args, directory, files }) => {
  const verb = args.find((arg) => !arg.startsWith('-'));
  if (verb === undefined || !/cake/i.test(verb)) return null;
  const named = args.find((arg) => /\.(?:cake|cs)$/.test(arg) && !arg.startsWith('-'));
  const path = [named ?? 'build.cake', 'cake.cs']
    .map((name) => joinPath(directory, name))
    .find((name) => files.has(name));
  const lines = path === undefined ? undefined : files.derived('cake', path, readCake);
  return lines === undefined ? null : [{ script: lines.join('\n'), directory }];
};

function readCake(text: string): readonly string[] {
  const code = text
    .split('\n', 10_000)
    .filter((line) => !/^\s*(?:\/\/|\*)/.test(line))
    .join('\n');
  return aliases.filter(([pattern]) => pattern.test(code)).map(([, command]) => command);
}
