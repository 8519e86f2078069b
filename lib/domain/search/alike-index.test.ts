import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/domain/json/json'
import { fieldNames } from '@/lib/domain/schema/field-names'
import { eventTypes } from '@/prisma/demo/event-types'
import { AlikeIndex } from './alike-index'
import { stem } from './stem'

const eiffelFolder = join(process.cwd(), '../shared/data/eiffel/schemas')

function indexOf(documents: readonly { name: string; description: string; fields: string[] }[]): AlikeIndex {
  const index = new AlikeIndex()
  for (const document of documents) index.put(document)
  return index
}

const demo = eventTypes.map(({ name, description, versions }) => ({
  name,
  description,
  fields: fieldNames(versions.at(-1)!.schema),
}))

describe('event types that are like a draft', () => {
  const index = indexOf(demo)
  const like = (name: string, description = '', fields = '') =>
    index.find({ name, description, fields: fields === '' ? [] : fields.split(' ') }).map((one) => one.name)

  it.each([
    ['OrderSubmitted', '', 'orderId customerId lines[].sku', 'OrderPlaced'],
    ['PaymentRefused', 'The bank declined the payment', 'payment_id order_id reason', 'PaymentDeclined'],
    ['UserRegistered', '', '', 'CustomerCreated'],
    ['card.lapsed', 'A card reached its expiry date', 'cardId', 'CardExpired'],
    ['CardLocked', '', '', 'CardBlocked'],
    ['CardWasBlocked', '', '', 'CardBlocked'],
    ['card.has_been_frozen.v2', '', '', 'CardBlocked'],
    ['BlockCard', '', '', 'CardBlocked'],
    ['CreditCardBlocked', '', '', 'CardBlocked'],
    ['ParcelMisplaced', '', '', 'ParcelLost'],
    [
      'CardStopped',
      'A card was stopped since it was lost, stolen or a wrong code was given three times',
      'cardId customerId reason',
      'CardBlocked',
    ],
    ['InvoiceSettled', 'The customer has paid the invoice', 'invoice_id amount', 'InvoicePaid'],
    [
      'CheckoutCompleted',
      'A customer confirmed the basket, and the order is binding',
      'orderId customerId channel couponCode lines[].sku lines[].quantity lines[].unitPrice.amount',
      'OrderPlaced',
    ],
  ])('are found: %s', (name, description, fields, expected) => {
    expect(like(name, description, fields)[0]).toBe(expected)
  })

  it.each([
    ['ParcelWeighed', 'A parcel was weighed at the dock', 'parcel_id weight_grams'],
    ['OrderArchived', 'An order was put away for good', 'order_id customer_id'],
    ['RobotCharged', 'A robot is charged', 'robot_id level'],
    ['BarrelSealed', '', ''],
    ['CardStopped', '', ''],
    ['CardReaderBlocked', '', ''],
    ['CardUnblocked', 'A card that was blocked is good again', 'card_id customer_id'],
    ['', '', ''],
  ])('are none where nothing is: %s', (name, description, fields) => {
    expect(like(name, description, fields)).toEqual([])
  })

  it('are no noise among what a company has: steps of one life are not the same thing', () => {
    expect(demo.filter((document) => index.find(document).length > 0).map(({ name }) => name)).toEqual([])
  })

  it('say what they share, the rarest first, in the words of the draft', () => {
    const [found] = index.find({
      name: 'OrderSubmitted',
      description: '',
      fields: ['customerId', 'orderId', 'couponCode', 'moon'],
    })
    expect(found).toMatchObject({ name: 'OrderPlaced', sameThing: true, sameVerb: true, fields: 4 })
    expect(found?.shared).toEqual(['couponCode', 'orderId', 'customerId'])
  })

  it('are forgotten when they are gone, and known as they are now', () => {
    const changing = indexOf(demo)
    changing.put({ name: 'OrderPlaced', description: '', fields: [] })
    changing.remove('CustomerCreated')
    const named = (name: string) =>
      changing.find({ name, description: '', fields: [] }).map((one) => one.name)
    expect(named('UserRegistered')).toEqual([])
    expect(named('OrderSubmitted')).toEqual(['OrderPlaced'])
  })

  it.runIf(existsSync(eiffelFolder))('are found in Eiffel, whose events have no descriptions', () => {
    const eiffel = indexOf(
      readdirSync(eiffelFolder).map((name) => {
        const file = readdirSync(join(eiffelFolder, name)).sort().at(-1)!
        const schema = JSON.parse(readFileSync(join(eiffelFolder, name, file), 'utf8')) as JsonObject
        return { name, description: '', fields: fieldNames((schema['properties'] as JsonObject)['data']!) }
      }),
    )
    const found = (name: string, fields: string[]) =>
      eiffel.find({ name, description: '', fields }).map((one) => one.name)
    expect(found('EiffelActivityAborted', ['reason'])).toEqual(['EiffelActivityCanceledEvent'])
    expect(found('TestCaseCompleted', ['outcome.verdict', 'outcome.conclusion'])[0]).toBe(
      'EiffelTestCaseFinishedEvent',
    )
    expect(found('ArtifactReleased', ['locations[].type', 'locations[].uri', 'locations[].name'])).toEqual([])
  })
})

describe('stem', () => {
  it.each([
    ['placed', 'submits'],
    ['cancelled', 'canceling'],
    ['shipped', 'dispatch'],
    ['categories', 'category'],
    ['addresses', 'address'],
  ])('%s and %s are one', (one, other) => expect(stem(one)).toBe(stem(other)))
  it('keeps apart what is not', () => {
    expect(stem('bus')).not.toBe(stem('bu'))
    expect(stem('shed')).toBe('shed')
  })
})
