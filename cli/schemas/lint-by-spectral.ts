import { execFile } from 'node:child_process'
import path from 'node:path'
import { appendPointer } from '@/lib/domain/json/pointer'
import type { Told } from '../report/place-entries'
import { UsageError } from '../usage-error'

/** What Spectral's JSON report says of one finding (`spectral lint --format json`). */
interface SpectralFinding {
  code: string | number
  path: (string | number)[]
  message: string
  /** 0 error, 1 warning, 2 information, 3 hint. */
  severity: number
}

const severities = ['error', 'warning', 'hint', 'hint'] as const
/** A report of more characters than this is no report of one file. */
const MOST_OUTPUT = 32 * 1024 * 1024

/**
 * What a team's own Spectral ruleset finds in a file, by the team's own Spectral: a ruleset is a program of whoever wrote
 * it, so it runs where they run it, in a process of its own, and never in the catalog.
 * @throws UsageError where Spectral is not installed, or cannot use the ruleset
 */
export async function lintBySpectral(file: string, ruleset: string): Promise<Told[]> {
  if (file === '-') throw new UsageError('--spectral reads files, not standard input.')
  const findings = await report(file, ruleset)
  return findings.map(({ code, path: tokens, message, severity }) => ({
    rule: `spectral:${code}`,
    severity: severities[severity] ?? 'error',
    path: appendPointer('', ...tokens),
    message: message.replace(/\.$/, ''),
  }))
}

function report(file: string, ruleset: string): Promise<SpectralFinding[]> {
  const local = path.join(process.cwd(), 'node_modules', '.bin')
  const PATH = `${local}${path.delimiter}${process.env.PATH ?? ''}`
  const args = ['lint', file, '--ruleset', ruleset, '--format', 'json', '--quiet', '--fail-severity', 'hint']
  return new Promise((resolve, refuse) => {
    const options = { env: { ...process.env, PATH }, maxBuffer: MOST_OUTPUT }
    execFile('spectral', args, options, (failure, output, error) => {
      if (failure?.code === 'ENOENT')
        return refuse(
          new UsageError(
            '--spectral runs your own Spectral, and there is none: npm install --save-dev @stoplight/spectral-cli',
          ),
        )
      const findings = parse(output)
      // Code 1 says that something was found; any other that Spectral itself failed.
      if (findings === null || (failure && failure.code !== 1))
        return refuse(
          new UsageError(`Spectral could not lint ${file}: ${(error || output).trim().slice(0, 500)}`),
        )
      resolve(findings)
    })
  })
}

function parse(output: string): SpectralFinding[] | null {
  try {
    // Before the report there may be a line that a newer version exists.
    const value = JSON.parse(output.slice(Math.max(0, output.indexOf('[')))) as unknown
    return Array.isArray(value) ? (value as SpectralFinding[]) : null
  } catch {
    return null
  }
}
