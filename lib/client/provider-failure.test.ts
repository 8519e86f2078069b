import { expect, it } from 'vitest'
import { providerFailure } from './provider-failure'

it('tells whoever turned back from whoever came too late, and both from whom nobody knows', () => {
  expect(providerFailure('access_denied', 'Example')).toMatch(/^Example did not let you through/)
  for (const code of ['state_mismatch', 'state_not_found', 'state_invalid', 'invalid_code'])
    expect(providerFailure(code, 'Example')).toContain('Continue with Example once more')
  // Whether somebody has this address is not said.
  expect(providerFailure('account_not_linked', 'Example')).toBe(providerFailure('anything', 'Example'))
})
