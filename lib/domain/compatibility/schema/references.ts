import { isObject, own } from '@/lib/domain/json/json'
import type { Documents, Location } from './documents'
import { isAtLeast } from './drafts'
import type { DynamicScope } from './dynamic-scope'

/** A reference of a schema: the schema it means here, or what could not be found. */
export type Reference = { readonly target: Location } | { readonly missing: string }

/** Up to draft-07 a `$ref` hides every neighbour. */
export function isOnlyReference(location: Location): boolean {
  const { schema, resource } = location
  return isObject(schema) && !isAtLeast(resource.draft, '2019-09') && typeof own(schema, '$ref') === 'string'
}

export function referencesOf(location: Location, documents: Documents, scope: DynamicScope): Reference[] {
  const { schema, resource } = location
  if (!isObject(schema)) return []
  const found: Reference[] = []
  const ref = own(schema, '$ref')
  if (typeof ref === 'string') found.push(named(location, documents, ref))
  const dynamicRef = own(schema, '$dynamicRef')
  if (resource.draft === '2020-12' && typeof dynamicRef === 'string') {
    found.push(dynamic(location, documents, scope, dynamicRef))
  }
  const recursiveRef = own(schema, '$recursiveRef')
  if (resource.draft === '2019-09' && typeof recursiveRef === 'string') {
    const reference = named(location, documents, recursiveRef)
    const outermost =
      'target' in reference && reference.target.resource.isRecursiveAnchor ? scope.recursive : undefined
    found.push(outermost === undefined ? reference : { target: outermost })
  }
  return found
}

function named(location: Location, documents: Documents, reference: string): Reference {
  const target = documents.find(location, reference)
  return target === undefined ? { missing: documents.absolute(location, reference) } : { target }
}

function dynamic(location: Location, documents: Documents, scope: DynamicScope, text: string): Reference {
  const reference = named(location, documents, text)
  if (!('target' in reference)) return reference
  const anchor = text.slice(text.indexOf('#') + 1)
  const { target } = reference
  if (target.resource.dynamicAnchors.get(anchor) !== target) return reference
  return { target: scope.anchors.get(anchor) ?? target }
}
