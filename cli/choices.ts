import { UsageError } from './usage-error'

export const modes = ['backward', 'forward', 'full', 'none'] as const
/** How answers are written that no report is made of. */
export const answerFormats = ['text', 'json'] as const
export const policies = ['tolerant', 'strict', 'confluent'] as const

/** The value of an option that knows only some. @throws UsageError with the ones it takes */
export function oneOf<T extends string>(option: string, allowed: readonly T[], value: string): T {
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}, not "${value}".`)
  return found
}
