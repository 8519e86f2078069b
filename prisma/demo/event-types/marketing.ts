import { adding, changing, domainEvent } from '../event-type-notation'
import { cartId, customerId, orderId } from '../fields'
import { choice, day, instant, key, money, record, text, whole } from '../schema-notation'

const campaignId = key(text('Campaign', 'spring-2026', { maxLength: 40 }))

const campaignStarted = domainEvent('CampaignStarted', {
  owner: 'campaigns',
  domain: 'marketing',
  description: 'A campaign began: its coupons work, its letters go out.',
  producers: ['campaign-mailer'],
  consumers: { 'loyalty-service': ['/campaign_id', '/coupon_code'], 'home-page': ['/campaign_id'] },
  versions: [
    [
      '1.0.0',
      410,
      'First version.',
      record({
        campaign_id: campaignId,
        title: text('Title', 'Spring is here', { maxLength: 120 }),
        'coupon_code?': text('Coupon', 'SPRING10', { maxLength: 20 }),
        ends_on: day('Last day', '2026-04-30'),
        recipients: whole('Customers it goes to', 240, { minimum: 0 }),
      }),
    ],
  ],
})

const newsletterSent = domainEvent('NewsletterSent', {
  owner: 'campaigns',
  domain: 'marketing',
  description: 'A newsletter of a campaign went to one customer who had agreed to get it.',
  producers: ['campaign-mailer'],
  consumers: { 'data-lake': ['/campaign_id', '/customer_id'] },
  versions: [
    [
      '1.0.0',
      408,
      'First version.',
      record({
        campaign_id: campaignId,
        customer_id: customerId,
        subject: text('Subject', 'Spring is here', { maxLength: 200 }),
      }),
    ],
  ],
})

const couponRedeemed = domainEvent('CouponRedeemedEvent', {
  owner: 'campaigns',
  domain: 'marketing',
  description:
    'A coupon was used in an order. (The suffix in its name says nothing: to be renamed with its next version.)',
  producers: ['loyalty-service'],
  consumers: { 'data-lake': ['/coupon_code', '/discount'] },
  versions: [
    [
      '1.0.0',
      610,
      'First version.',
      record({
        coupon_code: text('Coupon', 'SPRING10', { maxLength: 20 }),
        order_id: orderId,
        customer_id: customerId,
        discount: money('What it saved', '12.99'),
      }),
    ],
  ],
})

const loyaltyPointsEarned = domainEvent('LoyaltyPointsEarned', {
  owner: 'campaigns',
  domain: 'marketing',
  description: 'A customer earned points: for an order that was delivered, or for a card they activated.',
  producers: ['loyalty-service'],
  consumers: { 'campaign-mailer': ['/customer_id', '/points'], 'home-page': ['/customer_id', '/balance'] },
  versions: [
    [
      '1.0.0',
      390,
      'First version.',
      record({
        customer_id: customerId,
        points: whole('Points earned', 129, { minimum: 0, maximum: 100_000 }),
        balance: whole('Points in all', 1204, { minimum: 0 }),
        'for?': choice('What for', ['order', 'card']),
      }),
    ],
    [
      '1.1.0',
      180,
      'Nothing is no event: at least one point, at most 10,000 (bounds tightened).',
      changing('points', { minimum: 1, maximum: 10_000 }),
    ],
    [
      '1.2.0',
      52,
      'When they are lost again.',
      adding({ 'expire_on?': day('Day they expire', '2028-03-14') }),
    ],
  ],
})

const sendReminder = domainEvent('SendReminder', {
  owner: 'campaigns',
  domain: 'marketing',
  description:
    'Asks the mailer to remind a customer of their cart. Named like an order, not like something that happened.',
  producers: ['campaign-mailer'],
  consumers: { 'campaign-mailer': ['/customer_id', '/cart_id'] },
  versions: [
    [
      '1.0.0',
      475,
      'First version.',
      record({ customer_id: customerId, cart_id: cartId, not_before: instant('Not earlier than this') }),
    ],
  ],
})

const bannerClicked = domainEvent('BannerClicked', {
  owner: 'growth',
  domain: 'marketing',
  description: 'Somebody clicked a banner of the home page experiment.',
  producers: ['home-page'],
  consumers: {},
  versions: [
    [
      '0.3.0',
      365,
      'Whatever was there when the catalog began.',
      record({
        banner: text('Banner', 'hero-oak', { maxLength: 60 }),
        variant: choice('Of the experiment', ['a', 'b']),
        'customer_id?': customerId,
      }),
    ],
  ],
})

const subscriptionPaused = domainEvent('SubscriptionPaused', {
  owner: 'campaigns',
  domain: 'marketing',
  status: 'draft',
  description: 'A customer paused their newsletter until a day. Planned for the summer; nobody sends it yet.',
  producers: ['consent-registry'],
  consumers: { 'campaign-mailer': ['/customer_id', '/until'] },
  versions: [
    [
      '0.1.0',
      14,
      'To talk about.',
      record({
        customer_id: customerId,
        until: day('First day on which letters are welcome again', '2026-09-01'),
      }),
    ],
  ],
})

export const marketing = [
  campaignStarted,
  newsletterSent,
  couponRedeemed,
  loyaltyPointsEarned,
  sendReminder,
  bannerClicked,
  subscriptionPaused,
]
