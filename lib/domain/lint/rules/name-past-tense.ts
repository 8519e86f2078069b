import { splitEventName } from '../../naming/split-event-name'
import type { Rule } from '../rule'

export const namePastTense: Rule = {
  id: 'name-past-tense',
  severity: 'error',
  title: 'The name is in the past tense',
  explanation:
    'An event says what has happened and cannot be refused any more. A name in the imperative reads as a command, a noun as a thing, and consumers build the wrong expectations on it. The last part of the name counts, without `Event` and version.',
  bad: 'CancelOrder, OrderCancellation, OrderCancels',
  good: 'OrderCancelled',
  checkEvent({ name }) {
    if (name === undefined || splitEventName(name).tense !== 'none') return []
    return [
      {
        path: '',
        message: `"${name}" is not in the past tense. Name what has happened: the thing, then a past-tense verb, as in "OrderShipped".`,
      },
    ]
  },
}
