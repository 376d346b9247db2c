// SPDX-License-Identifier: Apache-2.0
import { homedir } from 'node:os';
import { join } from 'node:path';
import { inherited } from '../git/git-environment.ts';

/**
 * What a tool that asks the go program gets, so that go neither runs nor builds what it reads: no cgo, no other toolchain that a
 * `go.mod` may ask for, no `go.work`, and offline no modules but those in the module cache. `folder`: where it may write.
 */
export function goEnvironment(folder: string, offline: boolean): { readonly [name: string]: string } {
  return {
    ...inherited('GOROOT'),
    GOMODCACHE: process.env['GOMODCACHE'] ?? join(process.env['GOPATH'] ?? join(homedir(), 'go'), 'pkg', 'mod'),
    GOCACHE: join(folder, 'go-build'),
    GOFLAGS: '-mod=mod',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    CGO_ENABLED: '0',
    ...(offline ? { GOPROXY: 'off' } : inherited('GOPROXY')),
  };
}
