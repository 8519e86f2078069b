import { ApiProblem } from '@/lib/client/api'
import { exitCodes, UsageError } from './usage-error'

interface Command {
  readonly usage: string
  readonly summary: string
  /** Options and exit codes, as `--help` prints them. */
  readonly details: string
  readonly run: (args: string[]) => Promise<number>
}

/** Each command is loaded when it is called: `check` in a pipeline should not wait for the others. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  check: () => import('./commands/check'),
  lint: () => import('./commands/lint'),
  publish: () => import('./commands/publish'),
  import: () => import('./commands/import'),
  ingest: () => import('./commands/ingest'),
  trace: () => import('./commands/trace'),
  recount: () => import('./commands/recount'),
}

export type { Command }

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && args.length === 0)) {
    await printHelp()
    return name === undefined ? exitCodes.usage : exitCodes.fine
  }
  if (name === 'help') return main([...args, '--help'])
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load)
    throw new UsageError(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.`)
  const { command } = await load()
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`${command.summary}\n\nUsage:\n  ${command.usage}\n\n${command.details}`)
    return exitCodes.fine
  }
  return command.run(args)
}

async function printHelp(): Promise<void> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()))
  console.log('Usage: pasttense COMMAND\n')
  for (const { command } of loaded) console.log(`  ${command.usage}\n      ${command.summary}`)
  console.log(`
Options of a command: pasttense COMMAND --help.
The server is the one of PASTTENSE_URL or --url, else http://127.0.0.1:3000. The token is PASTTENSE_TOKEN; without it,
and for this machine only, the one npm start wrote.
Exit codes: 0 fine, 1 something was found, 2 called wrongly, 3 the server does not answer or refuses.`)
}

function explain(error: unknown): number {
  if (error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
    console.error((error as Error).message)
    return exitCodes.usage
  }
  if (error instanceof ApiProblem) {
    console.error(`${error.problem.title}: ${error.message}`)
    for (const { pointer, message } of error.problem.errors ?? []) console.error(`  ${pointer}: ${message}`)
    return exitCodes.unreachable
  }
  if (error instanceof TypeError && error.message === 'fetch failed') {
    console.error('The server does not answer. Start it with `npm start`, or name another one with --url.')
    return exitCodes.unreachable
  }
  console.error(error instanceof Error ? error.message : error)
  return exitCodes.unreachable
}

// A reader that goes away early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = explain(error)
}
