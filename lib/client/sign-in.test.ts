import { expect, test } from 'vitest'
import { failureSentence } from './sign-in'

test('a provider that does not answer is said to be out of reach, with what to do', () => {
  expect(failureSentence(404, { code: 'PROVIDER_NOT_FOUND', message: 'Provider not found' })).toBe(
    'This server cannot reach the provider. Try again in a moment, or sign in another way; if it stays, tell an administrator.',
  )
})

test('what the server says is passed on, and that it said nothing', () => {
  expect(failureSentence(429, { message: 'Too many attempts.' })).toBe('Too many attempts.')
  expect(failureSentence(502, null)).toMatch(/answered 502 without saying why/)
})
