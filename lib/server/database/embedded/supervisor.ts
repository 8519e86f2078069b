import { setTimeout as wait } from 'node:timers/promises'
import { prepareBinaries } from './binaries'
import { APP_ROLE, openCluster } from './cluster'
import { openDataFolder } from './data-folder'
import { ensurePostmaster, ownerUrl, type Ground } from './ensure-postmaster'
import { Lease, readLeaseAddress } from './lease'
import { stopPostmaster, type Postmaster, type StopMode } from './postmaster'
import { DATABASE, ensureRoles } from './roles'
import { StartFailure } from './start-failure'

export interface SupervisorOptions {
  /** Where the data should live; see `openDataFolder` for when it lives elsewhere. */
  readonly folder: string
  /** Tells a waiting person what takes long. */
  readonly say: (line: string) => void
  /** Over our own settings of PostgreSQL; for tests. */
  readonly settings?: Record<string, string>
  /** The server was lost and could not be brought back. */
  readonly onLost?: (reason: Error) => void
}

/** Another process serves this folder already. */
export interface RunningElsewhere {
  readonly kind: 'elsewhere'
  readonly address: string
}

/** How long a start waits for another one, which may be loading or stopping, before it gives up. */
const PATIENCE_MS = 180_000
/** A server that dies more often than this in a minute will not get better by itself. */
const DEATHS_A_MINUTE = 5

/**
 * Starts the embedded PostgreSQL on a folder, or adopts the one that survived there, and takes the lease on it. One
 * process serves a folder; a second one learns where.
 */
export async function startEmbeddedPostgres(
  options: SupervisorOptions,
): Promise<EmbeddedPostgres | RunningElsewhere> {
  const folder = await openDataFolder(options.folder)
  if (folder.root !== options.folder) {
    options.say(`The database's account cannot reach ${options.folder}: its data lies in ${folder.root}.`)
  }
  const binaries = await prepareBinaries(folder)
  const passwords = await openCluster(folder, binaries)
  const ground: Ground = { folder, binaries, passwords, settings: options.settings ?? {}, say: options.say }
  const deadline = Date.now() + PATIENCE_MS
  for (let said = false; Date.now() < deadline; await wait(200)) {
    const postgres = await EmbeddedPostgres.take(ground, options.onLost)
    if (postgres) return postgres
    const address = await readLeaseAddress(folder.lease)
    if (address) return { kind: 'elsewhere', address }
    if (!said) options.say('Another start is under way on this data folder; waiting for it …')
    said = true
  }
  throw new StartFailure(
    `Another process holds ${folder.root} and does not say where it serves. End it first.`,
  )
}

export class EmbeddedPostgres {
  readonly kind = 'running'
  private stopping = false
  /** Ends when the server is back, or given up. */
  private revival = Promise.resolve()
  private deaths: number[] = []

  private constructor(
    private readonly ground: Ground,
    private postmaster: Postmaster,
    private lease: Lease,
    private readonly onLost: (reason: Error) => void,
  ) {}

  /** Undefined when somebody else holds the lease, or the server went away under us. */
  static async take(ground: Ground, onLost?: (reason: Error) => void): Promise<EmbeddedPostgres | undefined> {
    const postmaster = await ensurePostmaster(ground)
    const url = ownerUrl(ground.passwords, postmaster.port, 'postgres')
    let self: EmbeddedPostgres | undefined
    try {
      const lease = await Lease.take(url, ground.folder.lease, () => self?.revive())
      if (!lease) return undefined
      await ensureRoles(url, ground.passwords)
      self = new EmbeddedPostgres(ground, postmaster, lease, onLost ?? (() => undefined))
      return self
    } catch (error) {
      if ((error as { code?: string }).code?.startsWith('57')) return undefined
      throw error
    }
  }

  /** Where everything that outlives a run is kept. */
  get folder(): string {
    return this.ground.folder.root
  }

  get pid(): number {
    return this.postmaster.pid
  }

  /** Holds only what the app needs: reads everything, adds records, changes none. */
  get appUrl(): string {
    return `postgresql://${APP_ROLE}:${this.ground.passwords.app}@127.0.0.1:${this.postmaster.port}/${DATABASE}`
  }

  /** Owns everything: for migrations, partitions and retention. */
  get ownerUrl(): string {
    return ownerUrl(this.ground.passwords, this.postmaster.port, DATABASE)
  }

  /** Lets a second start on this folder say where the first one serves. */
  announce(address: string): Promise<void> {
    return this.lease.announce(address)
  }

  async stop(mode: StopMode = 'fast'): Promise<void> {
    this.stopping = true
    // One that is being started is not known yet, and would outlive us.
    await this.revival
    await this.lease.withdraw()
    await stopPostmaster(this.postmaster, mode)
  }

  /** The lease's connection broke: the server died or restarted. Brings it back at the same address. */
  private revive(): void {
    if (!this.stopping) this.revival = this.startAgain()
  }

  private async startAgain(): Promise<void> {
    const now = Date.now()
    this.deaths = [...this.deaths.filter((then) => now - then < 60_000), now]
    try {
      if (this.deaths.length > DEATHS_A_MINUTE) {
        throw new StartFailure(`PostgreSQL keeps dying; its log is ${this.ground.folder.log}.`)
      }
      this.ground.say('PostgreSQL went away; starting it again …')
      const { port } = this.postmaster
      this.postmaster = await ensurePostmaster(this.ground, port)
      const url = ownerUrl(this.ground.passwords, port, 'postgres')
      const lease = await Lease.take(url, this.ground.folder.lease, () => this.revive())
      if (!lease) throw new StartFailure('Another process has taken this data folder meanwhile.')
      this.lease = lease
      if (!this.stopping) this.ground.say('PostgreSQL is back.')
    } catch (error) {
      if (!this.stopping) this.onLost(error as Error)
    }
  }
}
