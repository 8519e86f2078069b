import { cudName as readCudName } from '../../naming/cud-name'
import { wordsWithPlaces } from '../../naming/words'
import { spelling } from '../property-facts'
import type { Rule } from '../rule'

const pasts = new Map([
  ['create', 'created'],
  ['creation', 'created'],
  ['added', 'created'],
  ['update', 'updated'],
  ['changed', 'updated'],
  ['modified', 'updated'],
  ['delete', 'deleted'],
  ['deletion', 'deleted'],
  ['removed', 'deleted'],
])

export const cudName: Rule = {
  id: 'cud-name',
  severity: 'error',
  title: 'A CUD event is named entity plus Created, Updated or Deleted',
  explanation:
    'Consumers that keep a local copy subscribe to the three events of an entity. They find them because the names can be predicted.',
  bad: 'CustomerChanged, CustomerAdded',
  good: 'CustomerUpdated, CustomerCreated',
  checkEvent({ name, kind, entity }) {
    if (name === undefined || kind !== 'cud') return []
    const read = readCudName(name)
    if (!read) return [{ path: '', message: sentence(name, entity), ...fixOf(name, entity) }]
    if (!entity || namesEntity(read.entity, entity)) return []
    return [
      {
        path: '',
        message: `"${name}" names the entity "${read.entity}", and the event is one of "${entity}". Name it after its entity, or correct the entity.`,
      },
    ]
  },
}

/** The entity may stand behind a namespace: `shop.customer.created`. */
function namesEntity(named: string, entity: string): boolean {
  return `-${spelling(named)}`.endsWith(`-${spelling(entity)}`)
}

function sentence(name: string, entity: string | null | undefined): string {
  const examples = ['Created', 'Updated', 'Deleted'].map((operation) => `${entity ?? 'Customer'}${operation}`)
  return `"${name}" is a CUD event, and its name is not the entity plus Created, Updated or Deleted. Name it as in ${examples.join(', ')}, or make it a domain event.`
}

function fixOf(name: string, entity: string | null | undefined) {
  const all = wordsWithPlaces(name)
  const last = all[all.length - 1]
  const past = last && pasts.get(last.text.toLowerCase())
  if (!last || !past || all.length < 2) return {}
  const better = name.slice(0, last.start) + inCaseOf(last.text, past)
  const read = readCudName(better)
  if (!read || (entity && !namesEntity(read.entity, entity))) return {}
  return { fix: { title: `Rename to ${better}`, name: better } }
}

function inCaseOf(model: string, word: string): string {
  if (model === model.toLowerCase()) return word
  return model === model.toUpperCase() ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)
}
