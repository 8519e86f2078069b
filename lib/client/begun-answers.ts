import { storedEach } from './stored'

/** What was begun in the threads of a proposal and is not said yet, by thread; kept in this browser until then. */
export type BegunAnswers = Readonly<Record<string, string>>

const NONE: BegunAnswers = {}

export const begunAnswers = storedEach('pasttense.answers', NONE, isAnswers)

function isAnswers(value: unknown): value is BegunAnswers {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === 'string')
  )
}
