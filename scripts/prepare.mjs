import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Runs on bare node: makes the checkout ready for everything else, and does nothing where nothing is stale. */

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** On standard error: what a command prints on its standard output is its result. */
export const say = (line) => process.stderr.write(`${line}\n`)

export class Failure extends Error {}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Failure(`Pasttense needs Node 20.19 or later; this is ${process.versions.node}.`)
}

/**
 * Installs what package-lock.json says, where node_modules is not that. Not by `npm ci`: it refuses a lock that lacks
 * another system's optional binary, and a registry that keeps no such binaries makes such locks.
 */
export function ensureInstalled() {
  const stamp = path.join(root, 'node_modules/.pasttense-lock')
  const wanted = hash([readFileSync(path.join(root, 'package-lock.json'))])
  if (read(stamp) === wanted) return
  if (!matchesLock()) {
    say('Installing the dependencies (a minute or two, the first time) …')
    // Development dependencies build the app, so NODE_ENV=production must not leave them out.
    npm(['install', '--no-save', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'])
  }
  writeFileSync(stamp, wanted)
}

/** Compares with the record that npm keeps of what it installed; packages for other systems are rightly missing. */
function matchesLock() {
  try {
    const wanted = JSON.parse(read(path.join(root, 'package-lock.json')))
    const found = JSON.parse(read(path.join(root, 'node_modules/.package-lock.json')))
    return Object.entries(wanted.packages).every(([name, { version, optional }]) => {
      const there = found.packages[name]
      return name === '' || (there ? there.version === version : optional === true)
    })
  } catch {
    return false
  }
}

/** Prisma's client, when schema.prisma or the dependencies changed. */
export function ensureGenerated() {
  const folder = path.join(root, 'lib/server/database/generated')
  const stamp = path.join(folder, '.stamp')
  const wanted = hash([
    readFileSync(path.join(root, 'prisma/schema.prisma')),
    readFileSync(path.join(root, 'package-lock.json')),
  ])
  if (read(stamp) === wanted) return
  say('Generating the database client …')
  run(process.execPath, [bin('prisma'), 'generate'], {
    // Generating needs no schema engine, yet the command would download one: any program passes for it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })
  writeFileSync(stamp, wanted)
}

/** The production build, when a source that goes into it changed. */
export function ensureBuilt() {
  const folder = path.join(root, process.env.PASTTENSE_DIST || '.next')
  const stamp = path.join(folder, 'pasttense-sources')
  const wanted = hash([...sources()].flatMap((file) => [file, readFileSync(path.join(root, file))]))
  if (read(stamp) === wanted && existsSync(path.join(folder, 'BUILD_ID'))) return
  say('Building the pages (a minute or two) …')
  run(process.execPath, [bin('next'), 'build'], { NODE_ENV: 'production' })
  lightenMaps(path.join(folder, 'server'))
  writeFileSync(stamp, wanted)
}

/**
 * Takes the sources out of the maps of what the server runs. A failure's stack needs the positions alone, and Node keeps
 * the maps of all that it loads: the sources were 30 MB, walked by each collection of garbage.
 */
function lightenMaps(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith('.js.map')) continue
    const file = path.join(folder, name)
    const map = JSON.parse(readFileSync(file, 'utf8'))
    for (const part of map.sections?.map((section) => section.map) ?? [map]) delete part.sourcesContent
    writeFileSync(file, JSON.stringify(map))
  }
}

const builtFrom = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
]
const notBuilt = /\.test\.tsx?$|^lib\/server\/(boot|database\/(generated|embedded|testing))\//

/** Without the generated client, whose source is schema.prisma. */
function* sources() {
  yield 'prisma/schema.prisma'
  for (const entry of builtFrom) yield* files(entry)
}

function* files(entry) {
  const full = path.join(root, entry)
  if (!existsSync(full)) return
  const children = readDirectory(full)
  if (!children) {
    if (!notBuilt.test(entry)) yield entry
    return
  }
  for (const child of children.sort()) yield* files(`${entry}/${child}`)
}

function readDirectory(full) {
  try {
    return readdirSync(full)
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}

/** A dependency's command, run by this very node: a PATH or a shell may find another one. */
export function bin(name) {
  const folder = path.join(root, 'node_modules', name)
  const { bin: commands } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return path.join(
    folder,
    typeof commands === 'string' ? commands : (commands[name] ?? Object.values(commands)[0]),
  )
}

function npm(args) {
  // Started by npm, we know which one it was.
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) run(process.execPath, [cli, ...args])
  else run('npm', args)
}

/** Its output goes to standard error; @throws Failure */
function run(command, args, environment = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 2, 2],
  })
  if (result.status === 0) return
  const what = [path.basename(args[0] ?? command), ...args.slice(1)].join(' ')
  throw new Failure(`${what} failed${result.error ? `: ${result.error.message}` : ''}; its words are above.`)
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function hash(parts) {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part).update('\0')
  return digest.digest('hex')
}
