import type { Validity } from '@/lib/contracts/event'

/** Separates texts that travel joined as one: a control character, which neither an id nor a JSON text holds raw. */
export const SEPARATOR = '\u001e'

/** Bits of `events.event.traits`. */
export const TRAIT = { imported: 1, payload: 2, producerConcluded: 4, schemaById: 8 } as const

const VALIDITIES: readonly Validity[] = ['unknown', 'valid', 'invalid']

/** `events.event.validity` as a word. */
export function validityOf(code: number): Validity {
  return VALIDITIES[code] ?? 'unknown'
}

export function validityCode(validity: Validity): number {
  return VALIDITIES.indexOf(validity)
}

/** SQL for a timestamp as microseconds since 1970, exact in a double until the year 2255. */
export function microseconds(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000000)::float8`
}

/** SQL for a timestamp as an RFC 3339 text that names its microsecond, in every year. */
export function exactInstant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

/** SQL for the hour of UTC that a timestamp lies in: `date_trunc` looks the zone up for each row, at twenty times the cost. */
export function hourOf(column: string): string {
  return `date_bin('1 hour', ${column}, 'epoch'::timestamptz)`
}

/** SQL for the beginning of the day of UTC that a timestamp lies in. */
export function dayOf(column: string): string {
  return `date_bin('1 day', ${column}, 'epoch'::timestamptz)`
}

/** Many texts as one parameter for `string_to_array($n, E'\\x1e')`; half the cost of an array literal to both sides. */
export function joinTexts(texts: readonly (string | null)[]): string {
  return texts.map((text) => text ?? '').join(SEPARATOR)
}

/** SQL for the array of the texts of one joined parameter. */
export function textsOf(parameter: number): string {
  return `string_to_array($${parameter}::text, E'\\x1e')`
}
