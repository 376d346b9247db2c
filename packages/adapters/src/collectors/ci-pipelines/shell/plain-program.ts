// SPDX-License-Identifier: Apache-2.0

const wrapperNames: { readonly [name: string]: string } = {
  gradlew: 'gradle',
  mvnw: 'mvn',
  mvnd: 'mvn',
  maven: 'mvn',
  bazelisk: 'bazel',
  pip3: 'pip',
  cargo_fuzz: 'cargo-fuzz',
};

/** A program's plain name: no folder, no `.exe`, no `@version`, wrappers by what they wrap, `python3.12` as `python`. */
export function plainProgram(word: string): string {
  const base = word.slice(word.lastIndexOf('/') + 1);
  const at = base.indexOf('@', 1);
  const name = (at === -1 ? base : base.slice(0, at)).replace(/\.(?:exe|bat|cmd)$/i, '');
  if (/^(?:python|pypy)(?:\d(?:\.\d+)?t?)?$/.test(name)) return 'python';
  return wrapperNames[name] ?? name;
}
