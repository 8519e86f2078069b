import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
// The package's front door imports a .wasm file, which node 20 cannot; this one holds the same bindings without it.
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'
import { readingCatalogs } from './catalog-reader'

export type SchemaEngine = bindings.SchemaEngine

const schemaPath = fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url))

/**
 * Runs `work` with Prisma's own schema engine (wasm) on the database at `url`, which must be a login that may create
 * tables. The engine's CLI would download a binary; this one comes from the package registry like everything else.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await instantiate()
  const factory = new WholeScripts(url)
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [[schemaPath, await readFile(schemaPath, 'utf8')]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await work(engine)
  } catch (error) {
    // The engine passes an error of a script on as a number.
    throw factory.scriptError ?? error
  } finally {
    engine.free()
    await factory.close()
  }
}

/** prisma/schema.prisma as the engine wants it. */
export async function schemaContainer() {
  return { files: [{ path: schemaPath, content: await readFile(schemaPath, 'utf8') }] }
}

let ready: Promise<void> | undefined

function instantiate(): Promise<void> {
  ready ??= (async () => {
    const file = path.join(
      path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
      'schema_engine_bg.wasm',
    )
    const { instance } = await WebAssembly.instantiate(await readFile(file), {
      './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
    })
    bindings.__wbg_set_wasm(instance.exports)
    ;(instance.exports as { __wbindgen_start: () => void }).__wbindgen_start()
  })()
  return ready
}

/**
 * Prisma's adapter cuts a script at every semicolon, through function bodies too, and runs the pieces one by one. Sent
 * whole, a script is one implicit transaction: a migration happens entirely or not at all, whatever dies meanwhile.
 */
class WholeScripts implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres'
  readonly adapterName = '@prisma/adapter-pg'
  scriptError: unknown
  private readonly pools = new Set<Pool>()

  constructor(private readonly url: string) {}

  connect(): Promise<SqlDriverAdapter> {
    return this.adapter(this.url, () => Promise.resolve())
  }

  /** An empty database beside the real one, in which the engine replays the migrations; it goes with its adapter. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    const server = this.open(this.url)
    await server.query(`CREATE DATABASE "${name}" TEMPLATE template0`)
    const shadow = new URL(this.url)
    shadow.pathname = `/${name}`
    return this.adapter(shadow.href, async () => {
      await server.query(`DROP DATABASE "${name}" WITH (FORCE)`)
    })
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools].map((pool) => pool.end()))
  }

  /** One connection each: the engine's advisory lock and its statements must share a session. */
  private open(url: string): Pool {
    const pool = new Pool({ connectionString: url, max: 1 })
    pool.on('error', () => undefined)
    this.pools.add(pool)
    return pool
  }

  private async adapter(url: string, afterDispose: () => Promise<void>): Promise<SqlDriverAdapter> {
    const pool = this.open(url)
    const adapter: SqlDriverAdapter = readingCatalogs(await new PrismaPg(pool).connect(), pool)
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        this.scriptError = error
        throw error
      })
    }
    adapter.dispose = async () => {
      this.pools.delete(pool)
      await pool.end()
      await afterDispose()
    }
    return adapter
  }
}
