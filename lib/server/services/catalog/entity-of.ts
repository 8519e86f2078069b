import type { Kind, Operation } from '@/lib/contracts/event-type'
import { cudName } from '@/lib/domain/naming/cud-name'

interface Entity {
  entity: string | null
  operation: Operation | null
}

/** Entity and operation of a CUD event: as somebody said, else as its name says. */
export function entityOf(name: string, kind: Kind, said: Partial<Entity>): Entity {
  const read = kind === 'cud' ? cudName(name) : null
  return {
    entity: said.entity ?? read?.entity ?? null,
    operation: said.operation ?? read?.operation ?? null,
  }
}
