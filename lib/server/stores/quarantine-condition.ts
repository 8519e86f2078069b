import 'server-only'

/** What messages of one group have in common; a sender or type that is not known is ''. */
export interface QuarantineGroupKey {
  code: string
  place: string
  sender: string
  type: string
}

export interface QuarantineFilter extends Partial<Record<keyof QuarantineGroupKey, string | undefined>> {
  /** Words that are looked for. */
  q?: string | undefined
  /** Whether they are looked for in the message and in all that is said of it; else only in what every reader sees. */
  inside: boolean
}

/** The key of a message's group, as its index has it. */
export const GROUP_KEY = `code, place, coalesce(sender, ''), coalesce(type, '')`

/** The condition over groups, or over messages without words. Adds to the values of the statement. */
export function groupCondition(key: Partial<QuarantineFilter>, values: unknown[]): string {
  const equals = (column: string, value: string | undefined) =>
    value === undefined ? [] : [`${column} = $${values.push(value)}`]
  const conditions = [
    ...equals('code', key.code),
    ...equals('place', key.place),
    ...equals(`coalesce(sender, '')`, key.sender),
    ...equals(`coalesce(type, '')`, key.type),
  ]
  return conditions.length === 0 ? 'true' : conditions.join(' AND ')
}

/** The condition over messages. Words in what is no text are compared byte by byte. */
export function messageCondition(filter: QuarantineFilter, values: unknown[]): string {
  const key = groupCondition(filter, values)
  if (filter.q === undefined) return key
  const words = `$${values.push(filter.q)}::text`
  const said = `strpos(lower(concat_ws(E'\\n', event_id, type, sender, code)), lower(${words})) > 0`
  if (!filter.inside) return `${key} AND ${said}`
  return `${key} AND (${said} OR strpos(lower(problems::text), lower(${words})) > 0
    OR position(convert_to(${words}, 'UTF8') IN raw) > 0)`
}
