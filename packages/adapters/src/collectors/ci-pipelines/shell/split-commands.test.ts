// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCommands } from './split-commands.ts';

const words = (text: string): readonly (readonly string[])[] => splitCommands(text).map((command) => command.words);

describe('splitCommands', () => {
  it('splits at operators and lines, and joins continued lines', () => {
    expect(words('cd src && make test; go test \\\n  ./... | tee log')).toEqual([
      ['cd', 'src'],
      ['make', 'test'],
      ['go', 'test', './...'],
      ['tee', 'log'],
    ]);
  });

  it('leaves out comments, and knows that # inside a word is none', () => {
    expect(words('# gosec ./...\nnix run nixpkgs#hello # semgrep')).toEqual([['nix', 'run', 'nixpkgs#hello']]);
  });

  it('removes quotes and keeps expressions whole', () => {
    expect(words(`echo "a b" 'c d' \${{ github.event.issue.title }} "x\\"y"`)).toEqual([
      ['echo', 'a b', 'c d', '${{ github.event.issue.title }}', 'x"y'],
    ]);
  });

  it('drops keywords, headers of loops, labels of a case and redirections', () => {
    const script =
      'if ! gosec ./...; then\n  exit 1\nfi\nfor f in a b; do\n  bandit $f > out 2>&1\ndone\ncase $x in\n  semgrep) true ;;\nesac';
    expect(words(script)).toEqual([['gosec', './...'], ['exit', '1'], ['bandit', '$f'], ['true']]);
  });

  it('does not take a here-document for commands, but hands it over', () => {
    const [first, second] = splitCommands('cat > x.sh <<EOF\ngosec ./...\nEOF\nmake');
    expect(first).toMatchObject({ words: ['cat'], input: 'gosec ./...\n' });
    expect(second).toMatchObject({ words: ['make'], line: 3 });
  });

  it('finds the commands of a substitution', () => {
    expect(words('x=$(govulncheck ./...)')).toEqual([['govulncheck', './...'], ['x=$(govulncheck ./...)']]);
  });

  it('tells lines and swallowed failures', () => {
    const commands = splitCommands('true\n\npip-audit || true\nsafety check | tee x || :\nmake || exit 1');
    expect(
      commands.filter((command) => command.failureIgnored).map((command) => [command.words[0], command.line]),
    ).toEqual([
      ['pip-audit', 2],
      ['safety', 3],
      ['tee', 3],
    ]);
  });

  it('reads paths of Windows', () => {
    expect(words('.\\gradlew.bat test')).toEqual([['./gradlew.bat', 'test']]);
  });

  it('never throws and ends in time', () => {
    expect(() =>
      fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => Array.isArray(splitCommands(text)))),
    ).not.toThrow();
    const piece = fc.constantFrom('$(', '`', '${', '"', "'", '(', ')', '<<E\n', '\\', '\n', 'a ', '|', '> ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (parts) => Array.isArray(splitCommands(parts.join('')))),
    );
    const started = performance.now();
    for (const part of ['$(', '${', '`', '> ', '<<A ', '"$(']) splitCommands(part.repeat(130_000));
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
