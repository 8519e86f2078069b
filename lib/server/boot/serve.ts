import path from 'node:path'
import { StartFailure } from '../database/embedded/start-failure'
import { MigrationFailure } from '../database/migrate'
import { ComparingThread } from '../comparing/comparing-thread'
import { compareOn } from '../comparing/current-thread'
import { openDatabase } from './database'
import { loadDemoOnFirstStart } from './first-start'
import { letHeapGrow } from './heap-growth'
import { AddressFailure, HttpServer } from './http-server'
import { Shutdown } from './shutdown'
import { installationToken, signingSecret } from './token'

export interface ServeOptions {
  /** The checkout. */
  readonly root: string
  /** With the development server: changed files show at once. */
  readonly dev: boolean
  /** Without the demo company. */
  readonly empty: boolean
}

const say = (line: string) => console.log(line)

/** Everything that `npm start` does once the code is built; ends the process when it cannot go on. */
export async function serve(options: ServeOptions): Promise<void> {
  // Whoever read what we print may be gone (`npm start | head`). An error of that is printed too, and again, for ever.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  letHeapGrow()
  const shutdown = new Shutdown(say)
  try {
    await start(options, shutdown)
  } catch (error) {
    if (shutdown.begun) return
    console.error(isExpected(error) ? error.message : error)
    await shutdown.run(1)
  }
}

const isExpected = (error: unknown): error is Error =>
  error instanceof StartFailure || error instanceof MigrationFailure || error instanceof AddressFailure

async function start({ root, dev, empty }: ServeOptions, shutdown: Shutdown): Promise<void> {
  const folder = path.resolve(process.env.PASTTENSE_DATA || path.join(root, '.pasttense'))
  const database = await openDatabase(folder, say, (reason) => {
    console.error(reason.message)
    void shutdown.run(1)
  })
  if (typeof database === 'string') {
    say(`Pasttense already runs on this data: ${database}`)
    process.exit(0)
  }
  const { embedded } = database
  if (embedded) shutdown.add({ stop: () => embedded.stop(), abort: () => embedded.stop('immediate') })
  const token = await installationToken(folder)
  process.env.PASTTENSE_TOKEN = token
  process.env.PASTTENSE_SECRET = await signingSecret(folder)
  const comparing = new ComparingThread()
  compareOn(comparing)
  shutdown.add({ stop: () => comparing.close() })
  const http = await HttpServer.listen(
    Number(process.env.PORT || 3000),
    process.env.HOST || '127.0.0.1',
    process.env.PASTTENSE_TRUSTED_PROXIES,
  )
  // Links in what is sent out lead here, unless people reach this server under another name.
  process.env.PASTTENSE_URL ||= http.origin
  const stopNext = await startNext(root, dev, http)
  shutdown.add({
    stop: async () => {
      await http.close()
      await stopNext()
    },
  })
  const { startMessenger } = await import('../delivery/messenger')
  shutdown.add({ stop: startMessenger() })
  const { startRetention } = await import('../retention/start-retention')
  shutdown.add({ stop: startRetention() })
  const { startLateChecks } = await import('../late-check/start-late-checks')
  shutdown.add({ stop: startLateChecks() })
  await embedded?.announce(http.origin)
  say(`Pasttense serves at ${http.origin}`)
  const demo = new AbortController()
  shutdown.add({ stop: () => Promise.resolve(demo.abort()) })
  if (!empty) {
    await loadDemoOnFirstStart({ database, folder, origin: http.origin, token, say, signal: demo.signal })
  }
}

/** In this process, so that one Ctrl-C and one memory limit are for all of it. */
async function startNext(root: string, dev: boolean, http: HttpServer): Promise<() => Promise<void>> {
  // Next reads it while it is imported.
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
  // Node keeps the maps of what it loads meanwhile, with the sources in them: 12 MB for Next, of no use here.
  if (!dev) process.setSourceMapsEnabled(false)
  const { default: next } = await import('next')
  const app = next({ dev, dir: root, port: http.port, httpServer: http.nodeServer })
  await app.prepare()
  process.setSourceMapsEnabled(true)
  const answerByNext = app.getRequestHandler()
  // The development server reads every handler anew where its file changes.
  const answerDirectly = dev ? undefined : (await import('./direct-calls')).answerDirectly
  http.serve((request, response) => answerDirectly?.(request, response) ?? answerByNext(request, response))
  return () => app.close()
}
