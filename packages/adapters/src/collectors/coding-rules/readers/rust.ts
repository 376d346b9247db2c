// SPDX-License-Identifier: Apache-2.0
import { isPipelineFile } from '../../../platform/build-files/build-file-kind.ts';
import { codeLines } from '../../../platform/build-files/code-lines.ts';
import { memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { lineOf } from '../../../platform/syntax/lines.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { withoutComments } from '../../../platform/syntax/without-comments.ts';
import { fileName, type FoundRules, type RuleReader } from '../rule-reader.ts';

const languages = ['Rust'];
// lints about memory safety
const memory =
  /^(?:unsafe_code|unsafe_op_in_unsafe_fn|undocumented_unsafe_blocks|multiple_unsafe_ops_per_block|clippy::(?:undocumented_unsafe_blocks|multiple_unsafe_ops_per_block|mem_forget))$/u;
const enforcing = /^(?:forbid|deny)$/u;
// lints about documentation and names make no code safer
const cosmetic =
  /^(?:missing_docs|missing_debug_implementations|missing_copy_implementations|rustdoc::\w+|non_[a-z_]*case\w*|nonstandard_style|unused_\w+|dead_code|bare_trait_objects)$/u;

type Lint = { readonly tool: string; readonly name: string; readonly level: string };

/** What a lint and its level amount to: forbidden unsafe code is a rule of memory safety, a denied lint a strict one. */
function rulesOf(lints: readonly Lint[], lineFor: (lint: Lint) => number): readonly FoundRules[] {
  const found = new Map<string, FoundRules>();
  for (const lint of lints) {
    const tool = lint.tool === 'clippy' || lint.name.startsWith('clippy::') ? 'clippy' : 'rustc';
    const enforced = enforcing.test(lint.level);
    const kind =
      enforced && memory.test(lint.name) ? 'security' : enforced && !cosmetic.test(lint.name) ? 'strict' : 'style';
    if (lint.level === 'allow' || found.has(`${tool} ${kind}`)) continue;
    found.set(`${tool} ${kind}`, { tool, languages, kind, line: lineFor(lint), through: 'build' });
  }
  return [...found.values()];
}

/** `[lints]` and `[workspace.lints]` of Cargo.toml. */
export const cargoLints: RuleReader = {
  matches: { names: ['Cargo.toml'] },
  read(text) {
    const document = parseToml(text);
    if (!document.ok) return parsed([]); // the dependency inventory says that it cannot be read
    const tables = [memberOf(document.value, 'lints'), memberOf(memberOf(document.value, 'workspace'), 'lints')];
    const lints = tables.flatMap((table) =>
      ['rust', 'clippy'].flatMap((tool) =>
        membersOf(memberOf(table, tool)).map(([name, value]): Lint => {
          return { tool, name, level: textOf(value) ?? textOf(memberOf(value, 'level')) ?? 'allow' };
        }),
      ),
    );
    return parsed(rulesOf(lints, ({ name }) => lineOf(text, name)));
  },
};

const attribute = /#!\[\s{0,20}(?:cfg_attr\([^\]]{0,300}?,\s{0,40})?(forbid|deny|warn)\s{0,5}\(([^\])]{0,5000})\)/gu;

export const isCrateRoot = (path: string): boolean => /(?:^|\/)src\/(?:lib|main)\.rs$/u.test(path);

/** Attributes at the root of a crate: `#![forbid(unsafe_code)]`, `#![deny(warnings, clippy::all)]`. */
export const crateRoots: RuleReader = {
  matches: { names: ['lib.rs', 'main.rs'], test: isCrateRoot },
  read(text) {
    const code = withoutLifetimes(text);
    const lints = [...code.matchAll(attribute)].flatMap(([, level = '', names = '']) =>
      names.split(',', 200).map((name): Lint => ({ tool: 'rust', name: name.trim(), level })),
    );
    const named = lints.filter(({ name }) => /^[\w:]+$/u.test(name) && name !== '');
    return parsed(rulesOf(named, ({ name }) => lineOf(code, name)));
  },
};

/** Attributes of a crate come before its items; what follows is not read, so lifetimes (`'a`) do not look like strings. */
function withoutLifetimes(text: string): string {
  const end = text.search(/^(?:pub |use |mod |fn |struct |enum |impl |static |const |extern crate )/mu);
  return withoutComments(end === -1 ? text.slice(0, 65_536) : text.slice(0, end));
}

/** clippy.toml and rustfmt.toml; `-D warnings` in .cargo/config.toml. */
export const rustTools: RuleReader = {
  matches: {
    names: ['clippy.toml', '.clippy.toml', 'rustfmt.toml', '.rustfmt.toml', 'config', 'config.toml'],
    test: (path) => !fileName(path).startsWith('config') || /(?:^|\/)\.cargo\/[^/]+$/u.test(path),
  },
  read(text, path) {
    const denied = /-D\s?warnings|-Dwarnings|"-D",\s?"(?:warnings|clippy::\w+)"/u.exec(text)?.[0];
    if (path.includes('.cargo/')) {
      return parsed(
        denied === undefined
          ? []
          : [{ tool: 'rustc', languages, kind: 'strict', line: lineOf(text, denied), through: 'build' }],
      );
    }
    return parsed([
      { tool: fileName(path).includes('clippy') ? 'clippy' : 'rustfmt', languages, kind: 'style', line: 1 },
    ]);
  },
};

/** Pipelines that make warnings errors: `cargo clippy -- -D warnings`, or RUSTFLAGS that deny them. */
export const deniedInPipelines: RuleReader = {
  matches: { test: (path) => isPipelineFile(path) },
  read(text) {
    const found = new Map<string, FoundRules>();
    for (const { number, text: line } of codeLines(text, 'hash')) {
      if (!denial.test(line)) continue;
      const tool = /\bclippy\b/u.test(line) ? 'clippy' : /RUSTFLAGS/u.test(line) ? 'rustc' : null;
      if (tool === null || found.has(tool)) continue;
      const through = tool === 'rustc' ? 'build' : 'configuration';
      found.set(tool, { tool, languages, kind: 'strict', line: number, through });
    }
    return parsed([...found.values()]);
  },
};

const denial = /(?:-D|--deny)[\s="']{0,3}(?:warnings|clippy::all)\b/u;
