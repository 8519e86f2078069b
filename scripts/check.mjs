import { ensureGenerated, ensureInstalled, Failure, requireNode, say } from './prepare.mjs'
import { Steps } from './steps.mjs'

// `npm run check`: everything that needs neither a database nor a browser.
try {
  requireNode()
  ensureInstalled()
  ensureGenerated()
  const steps = new Steps()
  await steps.check()
  steps.finish()
} catch (error) {
  if (!(error instanceof Failure)) throw error
  say(error.message)
  process.exitCode = 1
}
