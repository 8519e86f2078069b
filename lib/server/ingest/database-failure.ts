import { problem } from '@/lib/server/services/problem'

/**
 * What a failed statement means for what it should have stored:
 * `race`: another process was first, or a deadlock was cut: try again. `partition`: the day's partition is missing.
 * `absent`: the database is away or going: wait. `full`: its disk is. `content`: it cannot hold something among the
 * values. `bug`: anything else.
 */
export type Reaction = 'race' | 'partition' | 'absent' | 'full' | 'content' | 'bug'

export function reactionTo(error: unknown): Reaction {
  const code = codeOf(error)
  if (code === '23505' || code === '40001' || code === '40P01') return 'race'
  if (code === '23514') return 'partition'
  if (code === '53100') return 'full'
  // 57: shutting down or starting; 08: the connection; E…: the socket. A pg client that lost its peer has no code.
  if (code.startsWith('57') || code.startsWith('08') || code === '53300' || /^E[A-Z]/.test(code))
    return 'absent'
  if (code === '' && error instanceof Error && /connection|client/i.test(error.message)) return 'absent'
  // 22: data exceptions; 54: program limits, such as too much nesting.
  if (code.startsWith('22') || code.startsWith('54')) return 'content'
  return 'bug'
}

/** Every retry means that another process got on; this many in a row mean that something else is wrong. */
export const MAX_RACES = 100

/** The problem a caller is told; errors that are none of its business stay what they are. */
export function asReceiveProblem(error: unknown): unknown {
  if (codeOf(error) === 'PT507')
    return problem(
      'quarantine-full',
      'The quarantine holds 1 GiB of messages that were no events. Retry or remove some.',
    )
  const reaction = reactionTo(error)
  if (reaction === 'full')
    return problem('storage-full', 'The database has no disk space left. Nothing was stored.')
  if (reaction === 'absent')
    return problem(
      'database-unavailable',
      'The database does not answer. Send the request again.',
      undefined,
      {
        'retry-after': '5',
      },
    )
  return error
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : ''
}
