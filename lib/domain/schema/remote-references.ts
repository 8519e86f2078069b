import { isObject, own, type Json } from '@/lib/domain/json/json'
import { OWN_ADDRESS, resolveAddress, withoutFragment } from './address'

/** What names another schema. `$recursiveRef` can only name its own document. */
const references = ['$ref', '$dynamicRef']

/**
 * Addresses, without fragments, of the documents that a schema's references name and that it does not hold itself.
 * Iterative, so that depth does no harm. Reads `$id` and `id`, whatever the draft: one too many is asked for in vain.
 */
export function remoteReferences(schema: Json): Set<string> {
  const here = new Set<string>([OWN_ADDRESS])
  const named = new Set<string>()
  const open: { value: Json; base: string }[] = [{ value: schema, base: OWN_ADDRESS }]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { value } = at
    if (typeof value !== 'object' || value === null) continue
    let { base } = at
    if (isObject(value)) {
      const id = own(value, '$id') ?? own(value, 'id')
      if (typeof id === 'string') base = addressOf(id, base) ?? base
      here.add(base)
      for (const keyword of references) {
        const reference = own(value, keyword)
        const address = typeof reference === 'string' ? addressOf(reference, base) : undefined
        if (address !== undefined) named.add(address)
      }
    }
    for (const child of Object.values(value)) open.push({ value: child, base })
  }
  return new Set([...named].filter((address) => !here.has(address)))
}

function addressOf(reference: string, base: string): string | undefined {
  const address = resolveAddress(reference, base)
  return address === undefined ? undefined : withoutFragment(address)
}
