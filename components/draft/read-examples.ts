import type { Json } from '@/lib/domain/json/json'

/** The examples, or a sentence about what they are not. */
export function readExamples(text: string): Json[] | string {
  try {
    const value = JSON.parse(text) as Json
    return Array.isArray(value) ? value : 'Examples are a JSON array of data blocks'
  } catch (error) {
    return `Not JSON yet: ${(error as Error).message}`
  }
}
