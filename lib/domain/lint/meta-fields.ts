/** Spellings of what belongs to `meta`, words joined by hyphens, and the place of each in the envelope. */
export const metaFields: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'meta.created_at':
      'created-at created created-time created-on creation-time creation-date event-time event-timestamp event-date timestamp occurred-at occurred-on emitted-at produced-at',
    'meta.event_id': 'event-id eventid event-uuid event-guid message-id messageid',
    'meta.parent_event_id':
      'parent-event-id parent-event caused-by-event-id causation-id cause-id causing-event-id correlation-id correlationid',
    'meta.trace_id': 'trace-id traceid trace-parent traceparent span-id spanid trace-state request-id',
    'meta.owner_id': 'owner-id ownerid event-owner',
    'meta.producer': 'producer producer-id source-service source-system produced-by',
    'meta.schema':
      'schema-id schema-name schema-version event-type event-name event-version eventtype eventname message-type',
    'the meta block': 'meta event-meta event-metadata envelope',
  }).flatMap(([field, spellings]) => spellings.split(' ').map((spelling) => [spelling, field] as const)),
)

/** Beside these: what tools around the envelope are known to put into `meta`. */
export const furtherMetaFields: ReadonlySet<string> = new Set(
  'schema version type id source subject time tenant tenant-id environment region partition-key key content-type tags labels host headers security-domain security baggage sequence idempotency-key actor actor-id user-agent locale test'.split(
    ' ',
  ),
)
