import { adding, changing, domainEvent } from '../event-type-notation'
import { customerId, orderId, paymentId } from '../fields'
import {
  choice,
  day,
  instant,
  key,
  list,
  money,
  record,
  text,
  whole,
  withoutFields,
} from '../schema-notation'

const reportId = key(text('The report', 'rep_2026-03_vat', { maxLength: 40 }))
const invoiceNumber = key(text('Number of the invoice', '2026-0048213', { maxLength: 30 }))

const invoiceSent = domainEvent('InvoiceSent', {
  owner: 'billing',
  domain: 'finance',
  description: 'An invoice left for the customer, by mail or into their account.',
  producers: ['invoice-service'],
  consumers: { ledger: ['/invoice_number', '/total', '/due_on'], 'data-lake': ['/invoice_number', '/total'] },
  versions: [
    [
      '1.0.0',
      662,
      'First version.',
      record({
        invoice_number: invoiceNumber,
        order_id: orderId,
        customer_id: customerId,
        total: money('To pay, tax included'),
        due_on: day('Day it is due'),
      }),
    ],
    [
      '1.1.0',
      505,
      'Numbers have one spelling (a pattern is added).',
      changing('invoice_number', { pattern: '^\\d{4}-\\d{7}$' }),
    ],
    [
      '1.2.0',
      298,
      'Numbers may end with a letter for corrections (the pattern changes).',
      changing('invoice_number', { pattern: '^\\d{4}-\\d{7}[A-C]?$' }),
    ],
    [
      '1.3.0',
      70,
      'How it left.',
      adding({ 'sent_by?': choice('How it left', ['email', 'account', 'post'], { default: 'email' }) }),
    ],
  ],
})

const invoicePaid = domainEvent('InvoicePaid', {
  owner: 'billing',
  domain: 'finance',
  description: 'A payment was matched with an invoice and covers it.',
  producers: ['invoice-service'],
  consumers: { ledger: ['/invoice_number', '/payment_id'] },
  versions: [
    [
      '1.0.0',
      660,
      'First version.',
      record({
        invoice_number: invoiceNumber,
        order_id: orderId,
        payment_id: paymentId,
        paid_at: instant('When the money was matched'),
      }),
    ],
  ],
})

const payoutSettled = domainEvent('PayoutSettled', {
  owner: 'billing',
  domain: 'finance',
  description:
    'A provider paid out what it captured for us, less its fee. Versions are dates here, as the auditors asked for.',
  producers: ['ledger'],
  consumers: { 'report-builder': ['/payout_id', '/net', '/fee'] },
  versions: [
    [
      '2025-02-01',
      652,
      'First version.',
      record({
        payout_id: key(text('Payout', 'po_20260313_adyra', { maxLength: 40 })),
        provider: choice('Provider', ['adyra', 'bankgate']),
        payments: whole('Payments in it', 812, { minimum: 0 }),
        net: money('What reached us', '48211.07'),
      }),
    ],
    [
      '2025-09-15',
      425,
      'The fee is required by the auditors.',
      adding({ fee: money('What the provider kept', '391.40') }),
    ],
    [
      '2026-03-01',
      255,
      'Swiftly and our own card.',
      adding({ provider: choice('Provider', ['adyra', 'bankgate', 'swiftly', 'own-card']) }),
    ],
  ],
})

const reportRequested = domainEvent('ReportRequested', {
  owner: 'reporting',
  domain: 'finance',
  description: 'A report is wanted: by its schedule, or by a person who pressed the button.',
  producers: ['report-builder'],
  consumers: { 'report-builder': ['/report_id', '/template'] },
  versions: [
    [
      '1.0.0',
      520,
      'First version.',
      record({
        report_id: reportId,
        template: choice('Which report', ['vat', 'daily-sales', 'stock-value', 'card-risk']),
        period: text('Month or day', '2026-03', { maxLength: 10 }),
        requested_by: choice('Who wants it', ['schedule', 'person']),
      }),
    ],
  ],
})

const reportFilled = domainEvent('ReportFilled', {
  owner: 'reporting',
  domain: 'finance',
  description: 'A scheduled report has all its sections and can be read. Finance closes the month with it.',
  producers: ['report-builder'],
  consumers: { ledger: ['/report_id', '/period'], 'data-lake': ['/report_id', '/rows'] },
  versions: [
    [
      '1.0.0',
      518,
      'First version.',
      record({
        report_id: reportId,
        period: text('Month or day', '2026-03', { maxLength: 10 }),
        rows: whole('Rows in all', 4120, { minimum: 0 }),
        file: text('Path on the file server', '/reports/2026/03/vat.xlsx', { maxLength: 300 }),
      }),
    ],
    [
      '1.0.1',
      460,
      'Says what a row is; nothing else changes.',
      changing('rows', { description: 'Rows of all sections together, headings left out' }),
    ],
    [
      '2.0.0',
      195,
      'The file server is gone, and `file` with it; sections are listed with their rows.',
      (before) =>
        adding({
          sections: list(
            'Sections',
            record({
              title: text('Heading', 'Sales by country', { maxLength: 120 }),
              rows: whole('Rows', 412, { minimum: 0 }),
            }),
          ),
        })(withoutFields(before, 'file')),
    ],
  ],
})

export const finance = [invoiceSent, invoicePaid, payoutSettled, reportRequested, reportFilled]
