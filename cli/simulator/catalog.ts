import { eventTypes } from '@/prisma/demo/event-types'

/** What a producer knows of an event type of the company. */
export interface KnownType {
  readonly name: string
  readonly owner: string
  readonly producers: readonly string[]
  readonly labels: readonly string[]
  readonly latest: string
}

const byName = new Map(
  eventTypes.map((type): [string, KnownType] => {
    const labels = type.versions.map((version) => version.label)
    const { name, owner, producers } = type
    return [name, { name, owner, producers, labels, latest: labels.at(-1)! }]
  }),
)

export function knownType(name: string): KnownType {
  const found = byName.get(name)
  if (!found) throw new Error(`${name} is no event type of the demo company`)
  return found
}
