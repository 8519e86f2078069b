/** The other side of `ComparingThread`: answers one question after another. */
import { parentPort } from 'node:worker_threads'
import type { Answered, Question } from './comparing-thread'
import { comparisons } from './comparisons'

parentPort?.on('message', ({ what, pair }: Question) => {
  let answered: Answered
  try {
    answered = { value: comparisons[what](pair) }
  } catch (error) {
    answered = { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  parentPort!.postMessage(answered)
})
