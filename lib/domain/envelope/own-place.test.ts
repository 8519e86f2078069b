import { expect, test } from 'vitest'
import { ownPlace } from './own-place'

test.each([
  ['', ''],
  ['/meta/schema/version', '/meta/schema/version'],
  ['/data/lines/3/id', '/data'],
  ['/data/lines/data', '/data'],
  ['/correlation~1id', ''],
  ['/meta/', '/meta'],
])('%j is %j as far as the envelope names it', (pointer, place) => {
  expect(ownPlace(pointer)).toBe(place)
})
