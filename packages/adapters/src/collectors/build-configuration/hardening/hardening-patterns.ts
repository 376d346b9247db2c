// SPDX-License-Identifier: Apache-2.0
import type { HardeningFeature } from '@plumbline/core/facts/build-configuration';

/**
 * What turns a feature on, as compilers, linkers and build systems spell it. None matches the spelling that turns it
 * off (`-fno-…`, `:NO`, `=false`). Sources: OpenSSF Compiler Options Hardening Guide, MSVC and Meson references.
 */
export const hardeningPatterns: { readonly [F in HardeningFeature]: readonly RegExp[] } = {
  'stack-protector': [
    /(?<![\w-])-fstack-protector(?:-strong|-all|-explicit)?(?![\w-])/u,
    /(?<![\w-])-fstack-clash-protection(?![\w-])/u,
    /(?<![\w./-])\/GS(?![\w:/.-])/u,
    /<BufferSecurityCheck>\s*true/iu,
    /\bstack_protector\s*=\s*true/u,
  ],
  fortify: [/(?<!-U)_FORTIFY_SOURCE\W{1,4}[123]\b/u, /\bAX_ADD_FORTIFY_SOURCE\b/u],
  pie: [
    /(?<![\w-])-(?:fPIE|fpie|pie|static-pie)(?![\w-])/u,
    /-Wl,-{1,2}pie(?![\w-])/u,
    /\bb_pie\s*=\s*true/u,
    /\b(?:CMAKE_)?POSITION_INDEPENDENT_CODE["\s=:]{1,10}(?:ON|TRUE|1|YES)\b/iu,
    /\bcheck_pie_supported\s*\(/iu,
    /(?<![\w./-])\/DYNAMICBASE(?!:NO)(?![\w/.-])/iu,
    /<RandomizedBaseAddress>\s*true/iu,
    /-buildmode[=\s]pie\b/u,
    /\brelocation-model=pie\b/u,
    /\bpie\s*=\s*true/u,
  ],
  relro: [/-z[\s,"']{1,4}(?:relro|now)(?![\w-])/u, /\brelro-level=(?:full|partial)/u, /\blink_z_relro\s*=\s*true/u],
  'noexec-stack': [
    /-z[\s,"']{1,4}noexecstack(?![\w-])/u,
    /(?<![\w])--noexecstack(?![\w-])/u,
    /(?<![\w./-])\/NXCOMPAT(?!:NO)(?![\w/.-])/iu,
    /<DataExecutionPrevention>\s*true/iu,
  ],
  'control-flow': [
    /(?<![\w-])-fcf-protection(?!=none)(?:=\w+)?/u,
    /(?<![\w-])-mbranch-protection=(?!none)[\w+-]+/u,
    /(?<![\w./-])[/-]guard:cf(?!-)/iu,
    /(?<![\w./-])\/CETCOMPAT(?!:NO)(?![\w/.-])/iu,
    /<ControlFlowGuard>\s*Guard/iu,
    /-fsanitize=[\w,-]{0,200}\bcfi\b/u,
  ],
  'format-security': [/(?<![\w-])-W(?:error=)?format-security(?![\w-])/u, /(?<![\w-])-W(?:error=)?format=2\b/u],
  'bounds-checks': [
    /(?<!-U)_GLIBCXX_ASSERTIONS\b/u,
    /(?<!-U)_LIBCPP_HARDENING_MODE\b(?!\W{1,4}_LIBCPP_HARDENING_MODE_NONE)/u,
    /(?<![\w-])-fstrict-flex-arrays(?:=[123])?(?![\w=-])/u,
    /-fsanitize=[\w,-]{0,200}\bbounds\b/u,
    /(?<![\w./-])\/sdl(?![\w:/.-])/iu,
    /<SDLCheck>\s*true/iu,
  ],
  'overflow-checks': [
    /\boverflow-checks\s*=\s*(?:true|"?on|"?yes)/u,
    /(?<![\w-])-ftrapv(?![\w-])/u,
    /-fsanitize=[\w,-]{0,200}\b(?:signed-integer-overflow|integer)\b/u,
  ],
  'warnings-as-errors': [
    /(?<![\w-])-Werror(?![\w=-])/u,
    /(?<![\w./-])[/-]WX(?![\w:/.-])/u,
    /\bwerror\s*=\s*true/u,
    /\bCMAKE_COMPILE_WARNING_AS_ERROR["\s=:]{1,10}(?:ON|TRUE|1|YES)\b/iu,
    /\bCOMPILE_WARNING_AS_ERROR\s+(?:ON|TRUE|1|YES)\b/iu,
    /<TreatWarningAsError>\s*true/iu,
    /(?<![\w-])-D\s?warnings\b/u,
  ],
  'sanitizers-in-ci': [],
};

/** Switches that turn on several features at once. */
export const hardeningBundles: readonly { readonly pattern: RegExp; readonly features: readonly HardeningFeature[] }[] =
  [
    {
      // GCC 14 -fhardened
      pattern: /(?<![\w-])-fhardened(?![\w-])/u,
      features: ['stack-protector', 'fortify', 'pie', 'relro', 'control-flow', 'bounds-checks'],
    },
    {
      // dpkg-buildflags(1): what is on by default stays on
      pattern: /\bhardening\s*=\s*\+all\b/u,
      features: ['stack-protector', 'fortify', 'pie', 'relro', 'format-security'],
    },
    { pattern: /%(?:global|define)\s+_hardened_build\s+1\b/u, features: ['pie', 'relro'] },
  ];

/** How pipelines turn sanitizers on. */
export const sanitizerPattern: RegExp =
  /-fsanitize=[\w,-]{1,100}|-Db_sanitize=\w[\w,]{0,60}|-Zsanitizer=\w+|\b(?:ENABLE|WITH|USE|DO)_(?:ASAN|UBSAN|TSAN|MSAN|SANITIZERS?)\s*[=:]\s*["']?(?:ON|1|true|yes)\b|\bSANITIZER\s?[=:]\s?["']?(?:address|undefined|thread|memory)\b|\bCMAKE_BUILD_TYPE[=:]\w{0,40}sanitizer|--enable-(?:asan|ubsan|tsan|msan|sanitizers?)\b|--with-(?:asan|ubsan|sanitizers?)\b/iu;
