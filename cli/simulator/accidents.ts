/**
 * The accidents of real life, as shares of all messages (the first table) or of the times an edge is reached (the
 * second). This is the one place that says how often something goes wrong.
 */
export const accidents = {
  /** Sent twice, to the letter: a retry after a lost answer. */
  duplicate: 0.012,
  /** Sent again under the same id with other content. */
  'conflicting-duplicate': 0.0015,
  /** Sent late by 20 s to 10 min: children arrive before it. */
  'late-send': 0.01,
  /** Never sent, though its children name it. */
  lost: 0.004,
  /** Made on a host whose clock is wrong by up to 8 s. */
  'clock-off': 0.008,
  /** The data breaks the schema it states. */
  'broken-data': 0.008,
  /** Follows an event that exists, under a name that no catalog has. */
  'unknown-type': 0.003,
  /** States a version that nobody published. */
  'unknown-version': 0.003,
  /** No valid envelope. */
  'broken-envelope': 0.002,
  /** Names another owner than the catalog does. */
  'foreign-owner': 0.003,
} as const

export type AccidentName = keyof typeof accidents

/** Where a flow stops half way, by edge, and how often: nothing fails aloud, the next event just never comes. */
export const stops: Readonly<Record<string, number>> = {
  'PaymentAuthorised>PaymentCaptured': 0.018,
  'ParcelPacked>LabelPrinted': 0.008,
  'ParcelHandedOver>ParcelDelivered': 0.012,
  'ReturnAnnounced>ReturnReceived': 0.12,
  'ReportRequested>ReportFilled': 0.06,
  'CustomerCreated>EmailVerified': 0.14,
  'ReplenishmentOrdered>DeliveryArrived': 0.05,
}

/** One bad evening: the provider's callbacks were lost for some hours. */
export const incident = {
  edge: 'PaymentAuthorised>PaymentCaptured',
  share: 0.55,
  /** Milliseconds before the end of the history. */
  from: 6 * 86_400_000 + 5 * 3_600_000,
  to: 6 * 86_400_000,
} as const
