// SPDX-License-Identifier: Apache-2.0
import { memberAt, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { lineOf, linesOf } from '../../../platform/syntax/lines.ts';
import { parseJson, parseJsonWithComments } from '../../../platform/syntax/parse-json.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { pinOf, type FoundPin, type ToolchainReader } from './toolchain-reader.ts';

/** global.json of .NET. `rollForward` to another feature, minor or major floats; the default keeps to the version. */
export const globalJson: ToolchainReader = {
  matches: { names: ['global.json'] },
  read(text) {
    const document = parseJsonWithComments(text);
    const sdk = document.ok ? memberOf(document.value, 'sdk') : undefined;
    const version = textOf(memberOf(sdk, 'version'));
    if (version === null) return [];
    const roll = textOf(memberOf(sdk, 'rollForward')) ?? 'patch';
    const pin = pinOf('dotnet-sdk', version, lineOf(text, version));
    return [/^(?:disable|patch)$/iu.test(roll) ? pin : { ...pin, pin: 'floating' }];
  },
};

/** package.json: `packageManager` (corepack), `volta`, and `engines`, whose ranges float. */
export const packageJson: ToolchainReader = {
  matches: { names: ['package.json'] },
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return [];
    const [manager = '', version] = (textOf(memberOf(document.value, 'packageManager')) ?? '').split('@', 2);
    const tables = ['volta', 'engines'].flatMap((key) => membersOf(memberOf(document.value, key)));
    const pins = tables.flatMap(([tool, value]) => {
      const range = textOf(value);
      return range === null ? [] : [pinOf(tool, range, lineOf(text, `"${tool}"`))];
    });
    return version === undefined ? pins : [pinOf(manager, version, lineOf(text, '"packageManager"')), ...pins];
  },
};

/** Pipfile: `python_full_version` and `python_version`. */
export const pipfile: ToolchainReader = {
  matches: { names: ['Pipfile'] },
  read(text) {
    const document = parseToml(text);
    const requires = document.ok ? memberOf(document.value, 'requires') : undefined;
    const version = textOf(memberOf(requires, 'python_full_version')) ?? textOf(memberOf(requires, 'python_version'));
    return version === null ? [] : [pinOf('python', version, lineOf(text, version))];
  },
};

/** gradle-wrapper.properties and maven-wrapper.properties: the version in the address, and its checksum. */
function wrapper(tool: string, path: RegExp, address: RegExp): ToolchainReader {
  return {
    matches: { endings: ['properties'], test: (at) => path.test(at) },
    read(text) {
      const lines = [...linesOf(text)];
      const found = lines.flatMap(({ number, text: line }) => {
        const version = /^distributionUrl\s*=/u.test(line) ? address.exec(line)?.[1] : undefined;
        return version === undefined ? [] : [{ number, version }];
      });
      const sum = lines.flatMap(
        ({ text: line }) => /^distributionSha256Sum\s*=\s*([0-9a-f]{64})/iu.exec(line)?.[1] ?? [],
      )[0];
      return found.map(({ number, version }): FoundPin => {
        const shown = sum === undefined ? version : `${version} sha256:${sum}`;
        // releases of both tools have two or three numbers; snapshots float
        return { tool, version: shown, pin: /snapshot|\+/iu.test(version) ? 'floating' : 'exact', line: number };
      });
    },
  };
}

export const gradleWrapper: ToolchainReader = wrapper(
  'gradle',
  /(?:^|\/)gradle-wrapper\.properties$/u,
  /gradle-(\d[\w.+-]{0,60}?)-(?:bin|all|src)\.zip/u,
);

export const mavenWrapper: ToolchainReader = wrapper(
  'maven',
  /(?:^|\/)maven-wrapper\.properties$/u,
  /(?:apache-maven|maven-mvnd)-(\d[\w.+-]{0,60}?)-[a-z]+[\w-]{0,30}\.(?:zip|tar\.gz)/u,
);

/** flake.lock: the packages that every tool of a Nix build comes from. */
export const flakeLock: ToolchainReader = {
  matches: { names: ['flake.lock'] },
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return [];
    return membersOf(memberOf(document.value, 'nodes')).flatMap(([name, node]): FoundPin[] => {
      const hash = textOf(memberAt(node, ['locked', 'narHash']));
      if (hash === null || !/nixpkgs|rust|fenix|toolchain/iu.test(name)) return [];
      return [
        {
          tool: `nix:${name}`,
          version: textOf(memberAt(node, ['locked', 'rev'])) ?? hash,
          pin: 'exact',
          line: lineOf(text, `"${name}"`),
        },
      ];
    });
  },
};
