import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

// A thread begins on bare node, as `npm start` does.
register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.node.json', import.meta.url)) })
await import('./answer-questions.ts')
