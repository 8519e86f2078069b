import { parseArgs } from 'node:util'
import { checkCompatibility } from '@/lib/domain/compatibility/check-compatibility'
import { diffSchemas } from '@/lib/domain/diff/diff-schemas'
import { checkLines } from '../check-lines'
import type { Command } from '../main'
import { readSchemaFile } from '../read-json-file'
import { exitCodes, UsageError } from '../usage-error'

const modes = ['backward', 'forward', 'full'] as const
const policies = ['tolerant', 'strict', 'confluent'] as const

export const command: Command = {
  usage:
    'check BEFORE AFTER [--mode backward|forward|full] [--policy tolerant|strict|confluent] [--format text|json]\n  check --ndjson [--policy …] < pairs',
  summary:
    'Compares two schemas: the verdict, the witness of what breaks, and the changes. Exit code 0 compatible, 1 breaking or unknown.',
  run,
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mode: { type: 'string', default: 'full' },
      policy: { type: 'string' },
      format: { type: 'string', default: 'text' },
      ndjson: { type: 'boolean', default: false },
    },
  })
  const policy = oneOf('--policy', policies, values.policy ?? (values.ndjson ? 'strict' : 'tolerant'))
  if (values.ndjson) return checkLines(process.stdin, process.stdout, policy)
  const [before, after, ...rest] = positionals
  if (before === undefined || after === undefined || rest.length > 0)
    throw new UsageError(`Usage: pasttense ${command.usage}`)
  const mode = oneOf('--mode', modes, values.mode)
  const format = oneOf('--format', ['text', 'json'] as const, values.format)
  const schemas = [readSchemaFile(before), readSchemaFile(after)] as const
  const answer = { ...checkCompatibility(...schemas, { mode, policy }), changes: diffSchemas(...schemas) }
  console.log(format === 'json' ? JSON.stringify(answer, null, 2) : asText(answer, mode))
  return answer.verdict === 'compatible' ? exitCodes.fine : exitCodes.found
}

function oneOf<T extends string>(option: string, allowed: readonly T[], value: string): T {
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}, not "${value}".`)
  return found
}

type Answer = ReturnType<typeof checkCompatibility> & { changes: ReturnType<typeof diffSchemas> }

function asText(answer: Answer, mode: string): string {
  const direction = (name: 'backward' | 'forward', sentence: string) => {
    const { verdict, witness, path, reason } = answer[name]
    const why =
      verdict === 'breaking'
        ? `\n  at ${path || 'the root'}, for example ${JSON.stringify(witness)}`
        : verdict === 'unknown'
          ? `\n  ${reason}`
          : ''
    return `${name}: ${verdict} (${sentence})${why}`
  }
  return [
    `${answer.verdict} (${mode})`,
    direction('backward', 'new readers, old events'),
    direction('forward', 'old readers, new events'),
    ...answer.changes.map((change) => `${change.path || '/'}  ${change.kind}  ${change.message}`),
  ].join('\n')
}
