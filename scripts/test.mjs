import { ensureChromium } from './chromium.mjs'
import { ensureBuilt, ensureGenerated, ensureInstalled, Failure, requireNode, say } from './prepare.mjs'
import { Steps } from './steps.mjs'

// `npm test`: the whole of it, browser included, on a bare clone.
try {
  requireNode()
  ensureInstalled()
  ensureGenerated()
  await ensureChromium()
  const steps = new Steps()
  await steps.check()
  await steps.vitest('integration')
  ensureBuilt()
  await steps.playwright()
  steps.finish()
} catch (error) {
  if (!(error instanceof Failure)) throw error
  say(error.message)
  process.exitCode = 1
}
