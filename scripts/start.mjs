import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt, ensureGenerated, ensureInstalled, Failure, requireNode, root, say } from './prepare.mjs'

const usage = `Usage: npm start -- [--empty]     serve, with the demo company in an empty embedded database
       npm run dev -- [--empty]   the same with the development server

PORT, HOST        where to serve (3000, 127.0.0.1)
DATABASE_URL      a PostgreSQL of your own, instead of the embedded one
PASTTENSE_DATA    the folder of the embedded database (.pasttense)
PASTTENSE_TOKEN   the token for other machines and administrators (else the file "token" in that folder)
PASTTENSE_SECRET  what sessions are signed with (else the file "secret" there); the same for processes behind one address
PASTTENSE_OIDC_ISSUER, PASTTENSE_OIDC_CLIENT_ID, PASTTENSE_OIDC_CLIENT_SECRET, PASTTENSE_OIDC_NAME
                  sign in at a provider of your own too; see docs/signing-in.md
PASTTENSE_ALLOWED_HOSTS, PASTTENSE_TRUSTED_PROXIES
                  this server's names, and the proxies before it; see docs/signing-in.md
PASTTENSE_DIST    the folder of the build (.next)`

try {
  requireNode()
  const { dev, empty } = readArguments()
  ensureInstalled()
  ensureGenerated()
  if (!dev) ensureBuilt()
  process.chdir(root)
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: path.join(root, 'tsconfig.node.json') })
  const { serve } = await import('../lib/server/boot/serve.ts')
  await serve({ root, dev, empty })
} catch (error) {
  if (!(error instanceof Failure)) throw error
  say(error.message)
  process.exitCode = 1
}

function readArguments() {
  try {
    const options = { dev: { type: 'boolean' }, empty: { type: 'boolean' }, help: { type: 'boolean' } }
    const { values } = parseArgs({ options })
    if (!values.help) return { dev: values.dev === true, empty: values.empty === true }
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  } catch (error) {
    say(`${error.message}\n\n${usage}`)
    process.exit(2)
  }
}
