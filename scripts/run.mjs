import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureGenerated, ensureInstalled, Failure, requireNode, root, say } from './prepare.mjs'

// Runs a TypeScript file of this checkout in this process: `node scripts/run.mjs FILE ARGS`. Prints nothing of its own
// on standard output, which may be piped.
try {
  requireNode()
  const file = process.argv[2]
  if (!file) throw new Failure('Usage: node scripts/run.mjs FILE [ARGS]')
  ensureInstalled()
  ensureGenerated()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: path.join(root, 'tsconfig.json') })
  // The file sees itself as the program.
  process.argv.splice(1, 2, path.resolve(root, file))
  await import(pathToFileURL(process.argv[1]).href)
} catch (error) {
  if (!(error instanceof Failure)) throw error
  say(error.message)
  process.exitCode = 1
}
