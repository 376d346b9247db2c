// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectPipelines, job, only, tools } from '../testing/collect-pipelines.ts';
import { groovyBlocks } from './groovy-blocks.ts';
import { groovyTokens } from './groovy-tokens.ts';

const declarative = `@Library('shared@v2') _
// sh 'semgrep ci'
pipeline {
  agent { docker { image 'golang:1.24' } }
  triggers { cron('H 0 * * *') }
  stages {
    stage('Test') {
      steps {
        sh '''
          go vet ./...
          go test ./... # gosec
        '''
        catchError { sh "gosec ./..." }
        sh "echo \${env.CHANGE_TITLE}"
        sh 'echo $CHANGE_TITLE'
        script {
          if (isUnix()) { sh(script: 'govulncheck ./...', returnStatus: true) } else { bat 'mvn verify' }
          scan()
        }
      }
    }
    stage('Ship') {
      when { allOf { branch 'main'; not { changeRequest() } } }
      agent { label 'big' }
      steps {
        withCredentials([string(credentialsId: 'x', variable: 'T')]) {
          dir('cli') { sh 'make release' }
        }
      }
    }
  }
}
def scan() { sh 'trivy fs .' }
`;

describe('Jenkins', () => {
  it('reads a declarative pipeline', async () => {
    const fact = await collectPipelines({ Jenkinsfile: declarative, 'cli/Makefile': 'release:\n\tdocker push x\n' });
    const pipeline = only(fact, 'Jenkinsfile');
    const test = job(pipeline, 'Test');
    expect(test).toMatchObject({
      line: 7,
      runner: 'container',
      runsOn: 'golang:1.24',
      // The file tells pull requests from branches, so that it is built for both.
      onPullRequest: 'yes',
      onPush: 'yes',
    });
    expect(test.steps[0]).toMatchObject({
      line: 9,
      tools: [
        { tool: 'go-vet', line: 10 },
        { tool: 'go-test', line: 11 },
      ],
    });
    expect(test.steps[1]).toMatchObject({ mayFail: true, tools: [{ tool: 'gosec' }] });
    expect(test.steps.flatMap((step) => step.injections)).toEqual([{ expression: 'CHANGE_TITLE', line: 14 }]);
    expect(tools(pipeline, 'sca')).toEqual(['govulncheck', 'trivy']);
    expect(tools(pipeline, 'sast')).toEqual(['gosec']);
    expect(job(pipeline, 'Ship')).toMatchObject({
      runner: 'unknown',
      runsOn: 'big',
      onPullRequest: 'no',
      onPush: 'yes',
      usesSecrets: true,
    });
    expect(pipeline.releases).toBe(true);
    expect(pipeline.externalUses).toEqual([
      { kind: 'library', reference: 'shared@v2', pinnedBy: 'tag', line: 1 },
      { kind: 'image', reference: 'golang:1.24', pinnedBy: 'tag', line: 4 },
    ]);
    expect(fact?.elsewhere).toEqual([{ path: 'Jenkinsfile', line: 1, what: 'library', reference: 'shared@v2' }]);
    expect(pipeline.triggers.map(({ event, defaultBranch }) => [event, defaultBranch])).toEqual([
      ['push', 'yes'],
      ['pull-request', 'yes'],
      ['schedule', 'unknown'],
    ]);
  });

  it('knows secrets beside a pull request, and results of tests that a library ran', async () => {
    const scripted = `def keep = env.CHANGE_ID ? '10' : '50'
node('linux') {
  stage('Test') {
    withCredentials([string(credentialsId: 'x', variable: 'T')]) { sh 'record' }
    infra.runMaven(['clean', 'install'])
    junit testResults: '**/*.xml'
  }
}
`;
    const pipeline = only(await collectPipelines({ Jenkinsfile: scripted }), 'Jenkinsfile');
    expect(job(pipeline, 'Test')).toMatchObject({ onPullRequest: 'yes', onPush: 'yes' });
    expect(job(pipeline, 'Test').steps).toMatchObject([
      { checksOutUntrusted: true },
      { tools: [{ tool: 'test-results', line: 6 }] },
    ]);
    const plain = only(await collectPipelines({ Jenkinsfile: scripted.replace('env.CHANGE_ID', 'x') }), 'Jenkinsfile');
    expect(job(plain, 'Test')).toMatchObject({ onPullRequest: 'unknown', onPush: 'unknown' });
  });

  it('reads a scripted pipeline, and knows that a library call is elsewhere', async () => {
    const scripted =
      'node(\'linux\') {\n  stage(\'Build\') {\n    checkout scm\n    sh """\n      ctest\n    """\n  }\n}\n';
    expect(job(only(await collectPipelines({ Jenkinsfile: scripted }), 'Jenkinsfile'), 'Build')).toMatchObject({
      runsOn: 'linux',
      steps: [{ tools: [{ tool: 'ctest', line: 5 }] }],
    });
    const library = await collectPipelines({
      Jenkinsfile: "/* x */\nbuildPlugin(useContainerAgent: true, configurations: [[platform: 'linux', jdk: 21]])\n",
    });
    expect(library?.elsewhere).toEqual([{ path: 'Jenkinsfile', line: 2, what: 'library', reference: 'buildPlugin' }]);
    expect(only(library, 'Jenkinsfile').jobs).toEqual([]);
  });

  it('reads any text without throwing', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      "'",
      '"',
      "'''",
      '"""',
      '//',
      '/*',
      '*/',
      '\\',
      '\n',
      'sh ',
      'stage',
      ':',
      ',',
      '=',
      '+',
      '.',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 200 }), (parts) => {
        expect(Array.isArray(groovyBlocks(groovyTokens(parts.join(''))))).toBe(true);
      }),
    );
  });
});
