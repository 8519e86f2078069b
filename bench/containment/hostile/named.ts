import type { Json } from '@/lib/domain/json/json'
import { both, type HostilePair } from './make'

export const named: HostilePair[] = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '',
  '\u0000',
  '$ref',
  'length',
].flatMap((name) =>
  both(`a field called ${JSON.stringify(name)}`, field(name, 'string'), field(name, 'number')),
)

/** Through JSON, so that `__proto__` is a name. */
function field(name: string, type: string): Json {
  return JSON.parse(
    `{"type":"object","properties":{${JSON.stringify(name)}:{"type":"${type}"}},"required":[${JSON.stringify(name)}]}`,
  ) as Json
}
