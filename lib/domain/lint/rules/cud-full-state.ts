import { isObject, own, type Json } from '../../json/json'
import { appendPointer } from '../../json/pointer'
import { cudName, type CudOperation } from '../../naming/cud-name'
import type { PatchOperation } from '../finding'
import { declaredProperties, type Declared } from '../property-facts'
import type { Complaint, Rule, Subject } from '../rule'
import type { Schema } from '../walk-schema'

export const cudFullState: Rule = {
  id: 'cud-full-state',
  severity: 'error',
  title: "A CUD event carries the entity's full state",
  explanation:
    'Consumers replace their copy by what the event carries. A property that one of the three events leaves out is lost in every copy, so each has every property of the entity, required where Created requires it.',
  bad: 'CustomerUpdated with only the changed properties',
  good: 'CustomerUpdated with every property of CustomerCreated',
  checkEvent(subject) {
    const { name, kind, schema, entitySchemas } = subject
    const operation = name !== undefined && kind === 'cud' ? cudName(name)?.operation : undefined
    if (!operation || schema === undefined || !entitySchemas) return []
    const own = declaredProperties(schema)
    const complaints = missingProperties(subject, schema, own.properties, operation)
    if (operation === 'created' || entitySchemas.created === undefined) return complaints
    const created = declaredProperties(entitySchemas.created)
    for (const property of created.required) {
      const declared = own.properties.get(property)
      if (!declared || own.required.has(property)) continue
      complaints.push({
        path: declared.path,
        message: `Created requires "${property}", and this event leaves it optional. Require it, so that a copy can never lose it.`,
        ...(Array.isArray(requiredOf(schema)) || requiredOf(schema) === undefined
          ? { fix: { title: `Require ${property}`, patch: [requirePatch(schema, property)] } }
          : {}),
      })
    }
    return complaints
  },
}

function missingProperties(
  { entitySchemas = {} }: Subject,
  schema: Schema,
  present: ReadonlyMap<string, Declared>,
  operation: CudOperation,
): Complaint[] {
  const complaints: Complaint[] = []
  const reported = new Set<string>()
  for (const sister of ['created', 'updated', 'deleted'] as const) {
    const sisterSchema = entitySchemas[sister]
    if (sister === operation || sisterSchema === undefined) continue
    for (const [property, declared] of declaredProperties(sisterSchema).properties) {
      if (present.has(property) || reported.has(property) || declared.schema === false) continue
      reported.add(property)
      complaints.push({
        path: '',
        message: `"${property}" is missing: ${titleOf(sister)} of this entity has it. Add it, so that consumers keep the entity's full state.`,
        ...fixOf(schema, property, declared.schema),
      })
    }
  }
  return complaints
}

function titleOf(operation: CudOperation): string {
  return operation.charAt(0).toUpperCase() + operation.slice(1)
}

/** The property as its sister declares it; without a fix where that leans on the sister's own definitions. */
function fixOf(
  schema: Schema,
  property: string,
  declared: Json,
): { fix?: { title: string; patch: PatchOperation[] } } {
  if (typeof schema === 'boolean' || leansOnReferences(declared)) return {}
  const properties = own(schema, 'properties')
  if (properties !== undefined && !isObject(properties)) return {}
  const patch: PatchOperation[] = properties ? [] : [{ op: 'add', path: '/properties', value: {} }]
  patch.push({ op: 'add', path: appendPointer('/properties', property), value: declared })
  return { fix: { title: `Add ${property}`, patch } }
}

/** Looks 20 levels deep; what is deeper counts as leaning. */
function leansOnReferences(value: Json, depth = 0): boolean {
  if (depth > 20) return true
  if (Array.isArray(value)) return value.some((one) => leansOnReferences(one, depth + 1))
  if (!isObject(value)) return false
  return Object.keys(value).some(
    (key) =>
      /^\$(?:ref|dynamicRef|recursiveRef)$/.test(key) || leansOnReferences(value[key] ?? null, depth + 1),
  )
}

function requiredOf(schema: Schema): Json | undefined {
  return typeof schema === 'boolean' ? undefined : own(schema, 'required')
}

function requirePatch(schema: Schema, property: string): PatchOperation {
  if (Array.isArray(requiredOf(schema))) return { op: 'add', path: '/required/-', value: property }
  return { op: 'add', path: '/required', value: [property] }
}
