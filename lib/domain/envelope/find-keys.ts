import { isObject, type Json, type JsonObject } from '../json/json'
import { isKeyName, KEY_BOUNDS, MAX_KEY_PLACES, type KeyPlace } from './scan'
import type { Skim } from './skim'

/** Business keys of a message, as a scan would find them. */
export interface FoundKeys {
  keys: string[]
  keyPlaces: KeyPlace[]
}

/**
 * Finds the business keys of a message in its value, without its text. Null where the text has to be scanned: where a
 * name stands twice in an object (the value has fewer names than the text), or the text of a number is not its value's.
 * @param message as deep as an envelope may be
 */
export function findKeys(message: JsonObject, { names, hasRoundNumbers }: Skim): FoundKeys | null {
  const finder = new Finder(hasRoundNumbers)
  for (const name in message) {
    finder.names++
    const block = message[name]!
    if (name === 'meta') finder.names += countNames(block)
    else if (isObject(block)) finder.object(block)
    else if (Array.isArray(block)) return null
  }
  return finder.isSure && finder.names === names ? finder : null
}

class Finder implements FoundKeys {
  readonly keys: string[] = []
  readonly keyPlaces: KeyPlace[] = []
  names = 0
  isSure = true
  private readonly path: (string | number)[] = []

  constructor(private readonly hasRoundNumbers: boolean) {}

  // Without `Object.keys`: an array for each object is most of what this would cost.
  object(object: JsonObject) {
    for (const name in object) {
      this.names++
      const value = object[name]!
      if (typeof value === 'object') this.inside(name, value)
      else if (typeof value !== 'boolean' && isKeyName(name)) this.key(name, value)
    }
  }

  private inside(place: string | number, value: Json) {
    if (value === null || typeof value !== 'object') return
    this.path.push(place)
    if (!Array.isArray(value)) this.object(value)
    else for (let index = 0; index < value.length; index++) this.inside(index, value[index]!)
    this.path.pop()
  }

  private key(name: string, value: string | number) {
    if (typeof value === 'number') {
      if (!Number.isInteger(value)) return
      if (this.hasRoundNumbers || Object.is(value, -0)) this.isSure = false
      this.note(name, String(value))
    } else if (value !== '' && value.length <= KEY_BOUNDS.length) this.note(name, value)
  }

  private note(name: string, key: string) {
    const { keys, keyPlaces } = this
    if (keys.includes(key)) {
      if (keyPlaces.length >= MAX_KEY_PLACES) return
    } else if (keys.length >= KEY_BOUNDS.count) return
    else keys.push(key)
    keyPlaces.push({ key, path: [...this.path, name] })
  }
}

function countNames(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0
  let names = 0
  if (Array.isArray(value)) for (const item of value) names += countNames(item)
  else for (const name in value) names += 1 + countNames(value[name]!)
  return names
}
