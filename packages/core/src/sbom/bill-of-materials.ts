// SPDX-License-Identifier: Apache-2.0

/** Algorithms that lockfiles, packages and bills of materials name, as CycloneDX and SPDX both know them. */
export const hashAlgorithms = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const;
export type HashAlgorithm = (typeof hashAlgorithms)[number];

/** `value` is in lower-case hex. `file`: name or address of the archive it is of, where a component has several. */
export type BillHash = { readonly algorithm: HashAlgorithm; readonly value: string; readonly file: string | null };

/** What a component is needed for. `optional`: where the platform or the user wants it. */
export const dependencyScopes = ['runtime', 'development', 'optional'] as const;
export type DependencyScope = (typeof dependencyScopes)[number];

/** CISA 2025, generation context: from sources before a build, while building, or by looking at what was built. */
export const generationContexts = ['source', 'build', 'analyzed'] as const;
export type GenerationContext = (typeof generationContexts)[number];

/**
 * Who made something, as it says itself: persons who wrote it (`author`), an organization that did (`manufacturer`), whoever published
 * it (`publisher`). Who supplies it to this product is another question.
 */
export type BillOriginator = { readonly name: string; readonly as: 'author' | 'manufacturer' | 'publisher' };

/** What made a bill, or a part of it. */
export type BillTool = { readonly name: string; readonly version: string | null };

/** One part of a product. Null says that the bill does not know. */
export type BillComponent = {
  /** One a component within the bill: its package URL, else name and version. */
  readonly ref: string;
  readonly type: 'library' | 'application' | 'operating-system';
  /** Whole, with the namespace in front: `@babel/core`, `org.apache.commons/commons-io`, `github.com/gorilla/mux`. */
  readonly name: string;
  readonly version: string | null;
  readonly purl: string | null;
  readonly hashes: readonly BillHash[];
  /** As stated: an SPDX expression, or the words that a package uses instead. */
  readonly license: string | null;
  readonly supplier: string | null;
  /** Left out: nobody says. */
  readonly originator?: BillOriginator;
  readonly scope: DependencyScope | null;
  /** Refs of what it needs itself, in order; null: not known, which is another thing than none. */
  readonly dependsOn: readonly string[] | null;
  /** Files in which it was seen: lockfiles of a repository, paths inside an artifact. */
  readonly foundIn: readonly string[];
};

/** What the bill is of. */
export type BillSubject = {
  readonly name: string;
  readonly version: string | null;
  readonly purl: string | null;
  readonly supplier: string | null;
  readonly originator?: BillOriginator;
  /** Address of the repository without credentials; null: none is known. */
  readonly repository: string | null;
  readonly commit: string | null;
  readonly hashes: readonly BillHash[];
  readonly license: string | null;
  /** Refs of what it needs itself. */
  readonly dependsOn: readonly string[];
  /** Whether `dependsOn` is what it asks for itself, no more and no less. */
  readonly complete: boolean;
};

/** A bill of materials, whichever format it is written in. Components are in the order of their refs, each once. */
export type BillOfMaterials = {
  readonly subject: BillSubject;
  readonly context: GenerationContext | null;
  /** ISO 8601, UTC, whole seconds. */
  readonly createdAt: string | null;
  readonly tool: BillTool | null;
  /** Other people's generators whose results went into it. */
  readonly generators?: readonly BillTool[];
  readonly author: string | null;
  readonly components: readonly BillComponent[];
  /** What is not in it, and why: files that could not be read, dependencies that nothing locks. */
  readonly remarks: readonly string[];
};
