import 'server-only'
import { setImmediate } from 'node:timers/promises'
import {
  readCatalogTypes,
  readRevision,
  readSchemaNames,
  readSchemaTexts,
  type CatalogType,
} from '@/lib/server/stores/event-schema-store'
import type { Json } from '@/lib/domain/json/json'
import { catalogResolver } from '@/lib/server/schema-documents/catalog-resolver'
import type { Database } from '@/lib/server/stores/event-receive-store'
import { maskPlans, type PlanSources } from '@/lib/server/masking/mask-plans'
import { compileValidator, type Validator } from './compile-validator'
import { EventKeys } from './event-keys'

/** Names remembered, in the catalog or not; a sender of random names must not fill the memory. */
const MAX_NAMES = 20_000
/** A compiled validator takes some tens of kilobytes. */
const MAX_VALIDATORS = 500

interface Compiled {
  readonly validator: Validator
  /** Of the catalog that a schema which refers to others was compiled in, since those may be published anew; else null. */
  readonly revision: string | null
}

/** Event types by name and schemas by id; null where the catalog has none. */
export interface Known {
  type: (name: string) => CatalogType | null
  schema: (id: string) => { type: string; version: string } | null
}

/** What receiving knows of the catalog, as of the catalog's revision. */
export class CatalogLookup {
  private revision = ''
  private types = new Map<string, CatalogType | null>()
  private schemas = new Map<string, { type: string; version: string } | null>()
  /** Published schemas never change, so most of these outlive revisions. Least recently used first. */
  private readonly validators = new Map<string, Compiled>()
  /** By type name and label; what later versions mark counts, so they go with the revision. */
  private keys = new Map<string, EventKeys>()
  private checking: Promise<void> = Promise.resolve()
  private nextCheck: Promise<void> | undefined

  constructor(private readonly db: Database) {}

  /** The revision of what is remembered; empty before the first look. */
  get asOf(): string {
    return this.revision
  }

  /**
   * Forgets what a change of the catalog made stale: a version published before this call is seen after it. Calls of
   * one turn share a query; one that was sent before may be too old for them, so the next one follows it.
   */
  refresh(): Promise<void> {
    this.nextCheck ??= this.checking
      .catch(() => undefined)
      .then(() => setImmediate())
      .then(() => {
        this.nextCheck = undefined
        return (this.checking = this.check())
      })
    return this.nextCheck
  }

  private async check(): Promise<void> {
    const revision = await readRevision(this.db)
    if (revision === this.revision) return
    this.revision = revision
    this.forget()
  }

  private forget(): void {
    this.types = new Map()
    this.schemas = new Map()
    this.keys = new Map()
  }

  /** What the catalog says of these, and of others that it was asked about before. */
  async load(typeNames: ReadonlySet<string>, schemaIds: ReadonlySet<string>): Promise<Known> {
    if (this.types.size > MAX_NAMES || this.schemas.size > MAX_NAMES) this.forget()
    const { types, schemas } = this
    const newIds = [...schemaIds].filter((id) => !schemas.has(id))
    if (newIds.length > 0) {
      const found = await readSchemaNames(this.db, newIds)
      for (const id of newIds) schemas.set(id, found.get(id) ?? null)
    }
    const named = [...schemaIds].flatMap((id) => schemas.get(id)?.type ?? [])
    const newNames = [...new Set([...typeNames, ...named])].filter((name) => !types.has(name))
    if (newNames.length > 0) {
      const found = new Map((await readCatalogTypes(this.db, newNames)).map((type) => [type.name, type]))
      for (const name of newNames) types.set(name, found.get(name) ?? null)
    }
    // Of these maps, whatever is forgotten meanwhile.
    return { type: (name) => types.get(name) ?? null, schema: (id) => schemas.get(id) ?? null }
  }

  /** How business keys are found in events of types of the catalog. Of types that it does not have, by their names. */
  async loadKeys(
    { type }: Known,
    references: readonly { type: string; version: string }[],
  ): Promise<(reference: { type: string; version: string }) => EventKeys | undefined> {
    const { keys } = this
    // All versions that the catalog does not have are one: senders make them up.
    const nameOf = (named: { type: string; version: string }) =>
      `${named.type}\n${type(named.type)?.versions.has(named.version) ? named.version : ''}`
    const missing = new Map<string, PlanSources>()
    for (const reference of references) {
      const ids = type(reference.type)?.versions
      if (!ids || ids.size === 0 || keys.has(nameOf(reference))) continue
      const own = ids.get(reference.version) ?? null
      const all = [...ids.values()]
      missing.set(nameOf(reference), { own, later: all.slice(own === null ? 0 : all.indexOf(own) + 1) })
    }
    if (missing.size > 0) {
      const plans = await maskPlans([...missing.values()], this.revision, (wanted) =>
        readSchemaTexts(this.db, wanted),
      )
      let next = 0
      for (const name of missing.keys()) keys.set(name, new EventKeys(plans[next++]!))
    }
    return (reference) => keys.get(nameOf(reference))
  }

  /** Validators of schema versions by id; compiled on first use. */
  async loadValidators(ids: ReadonlySet<string>): Promise<Map<string, Validator>> {
    const loaded = new Map<string, Validator>()
    const missing: string[] = []
    for (const id of ids) {
      const known = this.validators.get(id)
      if (!known || (known.revision ?? this.revision) !== this.revision) missing.push(id)
      else {
        this.validators.delete(id)
        this.validators.set(id, known)
        loaded.set(id, known.validator)
      }
    }
    if (missing.length === 0) return loaded
    for (const [id, text] of await readSchemaTexts(this.db, missing)) {
      loaded.set(id, await this.compile(id, text))
      // Compiling many at once must not hold up those whose validators are there.
      await setImmediate()
    }
    for (const id of this.validators.keys()) {
      if (this.validators.size <= MAX_VALIDATORS) break
      this.validators.delete(id)
    }
    return loaded
  }

  private async compile(id: string, text: string): Promise<Validator> {
    const { revision } = this
    const resolve = await catalogResolver([JSON.parse(text) as Json])
    const validator = compileValidator(text, resolve)
    this.validators.delete(id)
    this.validators.set(id, { validator, revision: resolve === undefined ? null : revision })
    return validator
  }
}
