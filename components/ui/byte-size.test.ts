import { expect, it } from 'vitest'
import { byteSize } from './byte-size'

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [4_210, '4.2 kB'],
  [999_960, '1.0 MB'],
  [1_073_741_824, '1.1 GB'],
])('%d bytes read %s', (bytes, text) => {
  expect(byteSize(bytes)).toBe(text)
})
