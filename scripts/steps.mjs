import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bin, root, say } from './prepare.mjs'

/** The checks of this project, each with its time. All are run even where one fails. */
export class Steps {
  failed = []
  tests = { passed: 0, failed: 0, flaky: 0 }
  /** Of each failed test its name and the beginning of what it said: told again at the end, where a long run is read first. */
  failures = []
  reports = mkdtempSync(path.join(tmpdir(), 'pasttense-reports-'))

  /**
   * Runs a dependency's command by this very node.
   * @param beside whether others run at the same time: what it prints is then held back until it has ended
   */
  async run(title, name, args, { testing = false, environment = {}, beside = false } = {}) {
    if (!beside) say(`\n── ${title}`)
    const began = Date.now()
    const output = beside ? 'pipe' : 'inherit'
    const running = spawn(process.execPath, [bin(name), ...args], {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment },
    })
    const said = []
    for (const stream of [running.stdout, running.stderr]) stream?.on('data', (chunk) => said.push(chunk))
    const [status, error] = await new Promise((resolve) => {
      running.on('error', (error) => resolve([null, error]))
      running.on('close', (status) => resolve([status, null]))
    })
    process.stdout.write(Buffer.concat(said))
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    if (status === 0) return say(`── ${title}: ${seconds} s`)
    this.failed.push(title)
    if (!testing) this.tests.failed += 1
    say(`── ${title}: FAILED after ${seconds} s${error ? ` (${error.message})` : ''}`)
  }

  /** Formatting, rules of the code, types, layers, what nobody uses, and the tests that need nothing but node. */
  async check() {
    const beside = true
    await this.run('types of the addresses', 'next', ['typegen'])
    // The rules of the code take as long as all the others, and one core.
    await Promise.all([
      this.run('rules of the code', 'eslint', ['--max-warnings=0', '.'], { beside }),
      (async () => {
        await this.run('types', 'typescript', ['--noEmit'], { beside })
        const rooms = ['app', 'components', 'lib', 'cli', 'prisma', 'bench', 'e2e', 'proxy.ts']
        await this.run('layers', 'dependency-cruiser', ['--config', '.dependency-cruiser.mjs', ...rooms], {
          beside,
        })
        await this.run('formatting', 'prettier', ['--check', '--log-level=warn', '.'], { beside })
        await this.run('what nobody uses', 'knip', [], { beside })
      })(),
    ])
    await this.vitest('unit')
  }

  async vitest(project) {
    const report = path.join(this.reports, `${project}.json`)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    await this.run(`${project} tests`, 'vitest', ['run', '--project', project, ...reporters], {
      testing: true,
    })
    this.count(report, ({ numPassedTests, numFailedTests, testResults }) => {
      for (const { name, message, assertionResults } of testResults) {
        const file = path.relative(root, name)
        for (const test of assertionResults)
          if (test.status === 'failed')
            this.remember(`${file} › ${test.fullName}`, test.failureMessages.join('\n'))
        // A file that could not be read has no tests, only a message.
        if (message) this.remember(file, message)
      }
      return [numPassedTests, numFailedTests]
    })
  }

  async playwright() {
    const report = path.join(this.reports, 'stories.json')
    await this.run(
      'stories in a browser',
      '@playwright/test',
      ['test', '--retries=1', '--reporter=list,json'],
      {
        testing: true,
        environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      },
    )
    this.count(report, ({ stats, suites }) => {
      for (const suite of suites) this.rememberStories(suite)
      this.tests.flaky += stats.flaky
      return [stats.expected + stats.flaky, stats.unexpected]
    })
  }

  rememberStories({ file, specs = [], suites = [] }) {
    for (const spec of specs) {
      const isFlaky = spec.tests.some(({ status }) => status === 'flaky')
      if (spec.ok && !isFlaky) continue
      const errors = spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors ?? []))
      this.remember(
        `e2e/${file} › ${spec.title}${isFlaky ? ' (passed when run again)' : ''}`,
        errors.map((error) => error.message).join('\n'),
      )
    }
    for (const suite of suites) this.rememberStories(suite)
  }

  remember(name, message) {
    const own = message.split('\n').filter((line) => !/^\s+at .*node_modules/.test(line))
    this.failures.push(`✗ ${name}\n${own.join('\n').slice(0, 4_000)}`)
  }

  /** A run that left no report ran no test: it has failed already. */
  count(report, read) {
    try {
      const [passed, failed] = read(JSON.parse(readFileSync(report, 'utf8')))
      this.tests.passed += passed
      this.tests.failed += failed
    } catch {
      this.tests.failed += 1
    }
  }

  /** Says how it went; the exit code is for CI. */
  finish() {
    for (const failure of this.failures) say(`\n${failure}`)
    say(this.failed.length === 0 ? '\nAll is well.' : `\nFailed: ${this.failed.join(', ')}.`)
    if (this.tests.flaky > 0) say(`${this.tests.flaky} passed only when run again.`)
    console.log(`${this.tests.passed} passed, ${this.tests.failed} failed`)
    process.exitCode = this.failed.length === 0 ? 0 : 1
  }
}
