import { describe, expect, it } from 'vitest'
import { slugOf } from './slug-of'

describe('an id out of a name', () => {
  it('joins the words by hyphens', () => {
    expect(slugOf('Order handling & returns')).toBe('order-handling-returns')
  })
  it('takes accents off and keeps other scripts', () => {
    expect(slugOf('  Équipe Café ')).toBe('equipe-cafe')
    expect(slugOf('支払い')).not.toBe('')
  })
  it('never begins or ends with a hyphen', () => {
    expect(slugOf('(Billing)')).toBe('billing')
  })
})
