import type { Json } from '@/lib/domain/json/json'
import { firstText, valuesOf, type MergedNode } from '../merged-node'
import { hasMatch, samplePattern } from './sample-pattern'

/** A valid text of each format that the drafts name. */
const FORMATS = new Map([
  ['date-time', '2026-01-01T09:00:00Z'],
  ['date', '2026-01-01'],
  ['time', '09:00:00Z'],
  ['duration', 'P1D'],
  ['email', 'someone@example.com'],
  ['idn-email', 'someone@example.com'],
  ['hostname', 'example.com'],
  ['idn-hostname', 'example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['uri', 'https://example.com/1'],
  ['uri-reference', '/1'],
  ['iri', 'https://example.com/1'],
  ['iri-reference', '/1'],
  ['uri-template', '/orders/{id}'],
  ['uuid', '0198f0c2-6b1e-7c44-9d7e-2f8f6f1f5a10'],
  ['json-pointer', '/data/id'],
  ['relative-json-pointer', '0'],
  ['regex', '^[a-z]+$'],
])

/** A text longer than this is not made, whatever `minLength` asks for. */
const MAX_LENGTH = 10_000

/** A text that satisfies length, pattern and format, as far as one is found; named after its field. */
export function sampleString(node: MergedNode, name: string, salt: number): string {
  const patterns = valuesOf(node, 'pattern').filter((value) => typeof value === 'string')
  const least = Math.min(MAX_LENGTH, Math.max(0, ...counts(valuesOf(node, 'minLength'))))
  const most = Math.min(MAX_LENGTH, ...counts(valuesOf(node, 'maxLength')))
  let fallback: string | undefined
  for (const candidate of candidates(node, patterns, name, salt)) {
    const text = stretched(candidate, least, most)
    fallback ??= text
    if (patterns.every((pattern) => hasMatch(pattern, text) !== false)) return text
  }
  return fallback ?? ''
}

function* candidates(
  node: MergedNode,
  patterns: readonly string[],
  name: string,
  salt: number,
): Generator<string> {
  const format = FORMATS.get(firstText(node, 'format') ?? '')
  if (format !== undefined) yield salt === 0 ? format : varied(format, salt)
  for (const pattern of patterns) yield* samplePattern(pattern, salt + 7)
  yield `${name === '' ? 'text' : name}-${salt + 1}`
  yield String(salt + 1)
}

/** Formats whose last digit may change stay what they are; the others repeat. */
function varied(text: string, salt: number): string {
  const changed = text.replace(/\d(?=\D*$)/, String(salt % 10))
  return /[-:]\d\d(T|$)/.test(text)
    ? text.replace('01-01', `01-${String((salt % 27) + 2).padStart(2, '0')}`)
    : changed
}

/** Length counts code points, as JSON Schema does. */
function stretched(text: string, least: number, most: number): string {
  const points = [...text]
  if (points.length > most) return points.slice(0, most).join('')
  return points.length < least ? text + 'x'.repeat(least - points.length) : text
}

function counts(values: readonly Json[]): number[] {
  return values.filter((value) => typeof value === 'number')
}
