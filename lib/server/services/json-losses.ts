import type { Violation } from '@/lib/contracts/problem-details'
import { scanMessage } from '@/lib/domain/envelope/scan'

/**
 * What `JSON.parse` lost of an object without a word: the first of two members of one name, the last digits of a long
 * number. Such a text would be stored as something else than was sent. Looks as deep as an event may be.
 * @param value what the text was parsed to
 */
export function jsonLosses(text: string, value: unknown): Violation[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const { duplicateKeys, inexactNumbers } = scanMessage(text)
  return [
    ...duplicateKeys.map((pointer) => ({
      pointer,
      code: 'duplicate-key',
      message: 'This member stands twice in its object: only one of them can be meant',
    })),
    ...inexactNumbers.map((pointer) => ({
      pointer,
      code: 'inexact-number',
      message: 'No double holds this number: it would be stored as another one',
    })),
  ]
}
