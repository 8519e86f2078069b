import { parseInstant } from '../../envelope/instant'

/** Longer texts fit no format that is looked for; expressions need not run on them. */
const MAX_TEXT = 300

const EXPRESSIONS: readonly [format: string, expression: RegExp][] = [
  ['date', /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/],
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
  ['email', /^[^\s@"<>]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}$/i],
  ['uri', /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"{}|\\^`]+$/i],
  ['ipv4', /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/],
]

/** The formats of JSON Schema that a text fits and that are worth telling: no text fits two of them. */
export function formatsOf(text: string): ReadonlySet<string> {
  if (text.length > MAX_TEXT) return new Set()
  const found = EXPRESSIONS.filter(([, expression]) => expression.test(text)).map(([format]) => format)
  return new Set(parseInstant(text) === null ? found : [...found, 'date-time'])
}
