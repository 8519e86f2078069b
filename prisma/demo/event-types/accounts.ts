import { adding, domainEvent } from '../event-type-notation'
import { customerId, email } from '../fields'
import { choice, instant, list, nullable, record, sensitive, text } from '../schema-notation'

const customerSignedIn = domainEvent('CustomerSignedIn', {
  owner: 'identity',
  domain: 'accounts',
  description:
    'A customer signed in, on the web or in the app. Not sent for every page, only for a new session.',
  producers: ['identity-service'],
  consumers: { 'fraud-engine': ['/customer_id', '/ip', '/device'], 'home-page': ['/customer_id'] },
  versions: [
    [
      '1.0.0',
      610,
      'First version.',
      record({
        customer_id: customerId,
        session_id: text('Session', 'ses_71QX0P', { maxLength: 40 }),
        method: choice('How', ['password', 'link']),
        ip: sensitive(text('Address of the device', '198.51.100.23', { format: 'ipv4' })),
      }),
    ],
    ['1.1.0', 365, 'Passkeys.', adding({ method: choice('How', ['password', 'link', 'passkey']) })],
    [
      '2.0.0',
      120,
      'IPv6 at last: the format is gone, and behind a relay the address is null.',
      adding({
        ip: nullable(
          sensitive(text('Address of the device; null behind a relay', '198.51.100.23', { maxLength: 45 })),
        ),
        'device?': text('Browser and system', 'Firefox on Linux', { maxLength: 120 }),
      }),
    ],
  ],
})

const emailVerified = domainEvent('EmailVerified', {
  owner: 'identity',
  domain: 'accounts',
  description: 'A customer followed the link in our mail: the address is theirs.',
  producers: ['identity-service'],
  consumers: { 'campaign-mailer': ['/customer_id', '/email'] },
  versions: [
    [
      '1.0.0',
      608,
      'First version.',
      record({ customer_id: customerId, email, verified_at: instant('When the link was followed') }),
    ],
  ],
})

const passwordReset = domainEvent('PasswordReset', {
  owner: 'identity',
  domain: 'accounts',
  description:
    'A customer set a new password after they had forgotten the old one. All their sessions ended.',
  producers: ['identity-service'],
  consumers: { 'fraud-engine': ['/customer_id'] },
  versions: [
    [
      '1.0.0',
      606,
      'First version.',
      record({
        customer_id: customerId,
        requested_at: instant('When the mail was asked for'),
        channel: choice('How it was proved', ['email', 'phone']),
      }),
    ],
  ],
})

const consentGiven = domainEvent('ConsentGiven', {
  owner: 'identity',
  domain: 'accounts',
  description:
    'A customer agreed to be written to, or to be measured. What is not in the list was not agreed to.',
  producers: ['consent-registry'],
  consumers: { 'campaign-mailer': ['/customer_id', '/purposes'], 'home-page': ['/customer_id', '/purposes'] },
  versions: [
    [
      '1.0.0',
      470,
      'First version.',
      record({
        customer_id: customerId,
        purposes: list(
          'What they agreed to',
          choice('Purpose', ['newsletter', 'statistics', 'recommendations']),
          { uniqueItems: true },
        ),
        text_version: text('Which text they read', '2025-10', { maxLength: 20 }),
      }),
    ],
  ],
})

export const accounts = [customerSignedIn, emailVerified, passwordReset, consentGiven]
