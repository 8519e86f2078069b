import fc from 'fast-check'
import { expect, it } from 'vitest'
import { returnAddress } from './return-address'

it.each(['/', '/catalog', '/catalog/CardExpired?tab=versions#field', '/events/a%2Fb', '/explore?q=a//b'])(
  '%s is a page of ours',
  (page) => expect(returnAddress(page)).toBe(page),
)

it.each([
  null,
  undefined,
  '',
  'catalog',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  '/sign-in?to=/sign-in',
  '/api/auth/sign-out',
])('%j leads to the start', (wanted) => expect(returnAddress(wanted)).toBe('/'))

it('never leads off this site, whatever is written', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    ':',
    '@',
    '\t',
    '%2f',
    '%5c',
    'evil.example',
    'http',
    '?',
    '#',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const site = 'https://ours.example'
      expect(new URL(returnAddress(pieces.join('')), site).origin).toBe(site)
    }),
    { numRuns: 2_000 },
  )
})
