// SPDX-License-Identifier: Apache-2.0
import type {
  BuildConfiguration,
  HardeningFeature,
  HardeningFlag,
  ToolchainPin,
} from '@plumbline/core/facts/build-configuration';

export function aToolchain(pin: Partial<ToolchainPin> = {}): ToolchainPin {
  return { tool: 'rust', version: '1.88.0', pin: 'exact', at: { path: 'rust-toolchain.toml', line: 2 }, ...pin };
}

export function aBuild(build: Partial<BuildConfiguration> = {}): BuildConfiguration {
  return { compiled: [], toolchains: [aToolchain()], hardening: [], buildFiles: ['Cargo.toml'], ...build };
}

/** A flag for each feature, one a line. */
export function flagsFor(...features: readonly HardeningFeature[]): readonly HardeningFlag[] {
  return features.map((feature, index) => ({
    feature,
    flag: `-f${feature}`,
    at: { path: 'CMakeLists.txt', line: 10 + index },
  }));
}
