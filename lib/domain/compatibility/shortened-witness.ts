import type { Json } from '../json/json'

/** Characters of a witness that a sentence quotes. */
const MOST_QUOTED = 200

/** A witness as a sentence quotes it. */
export function shortenedWitness(witness: Json): string {
  const text = JSON.stringify(witness)
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text
}
