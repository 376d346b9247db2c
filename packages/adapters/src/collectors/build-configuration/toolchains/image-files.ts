// SPDX-License-Identifier: Apache-2.0
import { digestOfImage, dockerfileImages } from '../../../platform/syntax/dockerfile-images.ts';
import { lineOf } from '../../../platform/syntax/lines.ts';
import { memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJsonWithComments } from '../../../platform/syntax/parse-json.ts';
import { type FoundPin, type ToolchainReader } from './toolchain-reader.ts';

// images that bring a compiler, a runtime to build with, or a build tool
const builders =
  /(?:^|\/)(?:golang|go|node|rust|python|pypy|gcc|clang|llvm|maven|gradle|openjdk|eclipse-temurin|amazoncorretto|zulu-openjdk|jdk|ruby|jruby|php|composer|sdk|bun|deno|swift|elixir|erlang|haskell|ghc|zig|dart|flutter|emsdk|buildpack-deps|xx|bazel|devcontainers?|[\w.-]*(?:manylinux|musllinux|toolset|toolchain|builder|rust-musl|golangci|goreleaser)[\w.-]*)(?:$|[:@])/u;

/** Only a digest fixes an image; a tag, however full its version, can be moved (doubtful case 17). */
function imagePin(reference: string, line: number): FoundPin {
  const tail = reference.slice(reference.lastIndexOf('/') + 1);
  const name = reference.slice(0, reference.length - tail.length) + (tail.split(/[:@]/u, 1)[0] ?? '');
  const version = reference.slice(name.length + 1);
  return {
    tool: `image ${name}`,
    version: version === '' ? 'latest' : version,
    pin: digestOfImage(reference) === null ? 'floating' : 'exact',
    line,
  };
}

/** Builder images of Dockerfiles. */
export const dockerfile: ToolchainReader = {
  matches: {
    test: (path) =>
      /(?:Docker|Container)file/u.test(path) &&
      /(?:^|\/)(?:[\w.-]{1,100}\.)?(?:Dockerfile|Containerfile)(?:\.[\w-]{1,100})?$/u.test(path) &&
      !path.endsWith('.dockerignore'),
  },
  read: (text) =>
    dockerfileImages(text)
      .filter(({ reference, builds }) => builds && builders.test(reference))
      .map(({ reference, line }) => imagePin(reference, line)),
};

/** devcontainer.json that names an image. */
export const devcontainer: ToolchainReader = {
  matches: {
    endings: ['json'],
    test: (path) => /(?:^|\/)\.?devcontainer(?:\/[\w.-]{1,100})?(?:\/devcontainer)?\.json$/u.test(path),
  },
  read(text) {
    const document = parseJsonWithComments(text);
    const image = document.ok ? textOf(memberOf(document.value, 'image')) : null;
    return image === null ? [] : [imagePin(image.slice(0, 300), lineOf(text, '"image"'))];
  },
};
