import type { Json } from '@/lib/domain/json/json'
import { proveContainment, type Containment, type ContainmentOptions } from './prove-containment'

export type { Containment, ContainmentOptions } from './prove-containment'

/**
 * Is every instance valid under `writer` valid under `reader`, the schemas taken as written? Never throws.
 *
 * `compatible` is proved. `breaking` carries a value valid under the writer and not under the reader, which a second
 * validator has confirmed. Everything else is `unknown`, with the reason.
 */
export function checkContainment(writer: Json, reader: Json, options: ContainmentOptions = {}): Containment {
  return proveContainment(writer, reader, 'as-written', options)
}
