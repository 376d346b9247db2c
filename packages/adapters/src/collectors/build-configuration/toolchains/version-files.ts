// SPDX-License-Identifier: Apache-2.0
import { lineOf, linesOf } from '../../../platform/syntax/lines.ts';
import { memberAt, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { isExactVersion, pinOf, type FoundPin, type ToolchainReader } from './toolchain-reader.ts';

const toolByFile: { readonly [name: string]: string } = {
  '.nvmrc': 'node',
  '.node-version': 'node',
  '.python-version': 'python',
  '.ruby-version': 'ruby',
  '.java-version': 'java',
  '.go-version': 'go',
  '.swift-version': 'swift',
  '.bazelversion': 'bazel',
  '.bazeliskversion': 'bazelisk',
  '.php-version': 'php',
  '.terraform-version': 'terraform',
  '.zigversion': 'zig',
  '.deno-version': 'deno',
  '.bun-version': 'bun',
  '.pnpm-version': 'pnpm',
};

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** One version a line, of the tool that the file's name tells: .nvmrc, .python-version, .bazelversion and so on. */
export const versionFile: ToolchainReader = {
  matches: { names: Object.keys(toolByFile) },
  read(text, path) {
    const tool = toolByFile[fileName(path)] ?? '';
    return [...linesOf(text)].flatMap(({ number, text: line }) => {
      const version = line.replace(/#.*$/u, '').trim();
      return version === '' || number > 50 ? [] : [pinOf(tool, version, number)];
    });
  },
};

/** What asdf and mise call a tool that everybody else calls otherwise. */
const usualNames: ReadonlyMap<string, string> = new Map([
  ['nodejs', 'node'],
  ['golang', 'go'],
]);
const usualName = (tool: string): string => usualNames.get(tool) ?? tool;

/** .tool-versions of asdf: a tool and its versions a line. */
export const toolVersions: ToolchainReader = {
  matches: { names: ['.tool-versions'] },
  read: (text) =>
    [...linesOf(text)].flatMap(({ number, text: line }) => {
      const [tool = '', version] = line.replace(/#.*$/u, '').trim().split(/\s+/u, 2);
      return version === undefined ? [] : [pinOf(usualName(tool), version, number)];
    }),
};

/** mise.toml: the table `tools`. */
export const mise: ToolchainReader = {
  matches: {
    endings: ['toml'],
    test: (path) => /(?:^|\/)(?:\.?mise(?:\.[\w-]+)?\.toml|(?:\.?mise|\.config\/mise)\/config\.toml)$/u.test(path),
  },
  read(text) {
    const document = parseToml(text);
    if (!document.ok) return [];
    return membersOf(memberOf(document.value, 'tools')).flatMap(([tool, value]) => {
      const version =
        textOf(value) ?? textOf(memberOf(value, 'version')) ?? textOf(Array.isArray(value) ? value[0] : null);
      return version === null ? [] : [pinOf(usualName(tool), version, lineOf(text, tool))];
    });
  },
};

/** .sdkmanrc: `java=21.0.2-tem`. */
export const sdkman: ToolchainReader = {
  matches: { names: ['.sdkmanrc'] },
  read: (text) =>
    [...linesOf(text)].flatMap(({ number, text: line }) => {
      const [, tool, version] = /^\s*(\w{1,50})\s*=\s*(\S{1,100})/u.exec(line) ?? [];
      return tool === undefined || version === undefined ? [] : [pinOf(tool, version, number)];
    }),
};

/** rust-toolchain.toml, and the older rust-toolchain that may hold a bare channel. */
export const rustToolchain: ToolchainReader = {
  matches: { names: ['rust-toolchain', 'rust-toolchain.toml'] },
  read(text) {
    const document = parseToml(text);
    const channel = document.ok
      ? textOf(memberAt(document.value, ['toolchain', 'channel']))
      : text.trim().split('\n', 1)[0];
    return channel === null || channel === undefined || channel === ''
      ? []
      : [pinOf('rust', channel, lineOf(text, channel))];
  },
};

/** go.mod: `toolchain` names the release; `go` is a floor that setup steps and GOTOOLCHAIN take as the version. */
export const goMod: ToolchainReader = {
  matches: { names: ['go.mod', 'go.work'] },
  read: (text) =>
    [...linesOf(text)].flatMap(({ number, text: line }): FoundPin[] => {
      const [, verb, version] = /^(go|toolchain)\s+(?:go)?(\d[\w.]{0,30})/u.exec(line) ?? [];
      if (verb === undefined || version === undefined) return [];
      return [{ ...pinOf('go', version, number), pin: isExactVersion(version) ? 'exact' : 'floating' }];
    }),
};
