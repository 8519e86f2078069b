import { cudName } from '../../naming/cud-name'
import { spelling } from '../property-facts'
import type { Rule } from '../rule'

const operations = ['Created', 'Updated', 'Deleted']

export const cudFamily: Rule = {
  id: 'cud-family',
  severity: 'warning',
  title: "An entity's three events are all there",
  explanation:
    'Without Deleted a local copy keeps what is gone, without Created it starts with holes, without Updated it grows stale.',
  bad: 'CustomerCreated and CustomerUpdated alone',
  good: 'CustomerCreated, CustomerUpdated, CustomerDeleted',
  checkEvent({ name, kind, catalogNames }) {
    const read = name !== undefined && kind === 'cud' ? cudName(name) : null
    if (!read || !catalogNames) return []
    const known = new Set(catalogNames.map(spelling))
    const missing = operations.filter((operation) => {
      return operation.toLowerCase() !== read.operation && !known.has(spelling(`${read.entity}-${operation}`))
    })
    if (missing.length === 0) return []
    return [
      {
        path: '',
        message: `"${read.entity}" has no event type for ${missing.join(' and ')} yet. Register it too, so that consumers can keep a full copy.`,
      },
    ]
  },
}
