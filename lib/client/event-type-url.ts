import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server'

export const EVENT_TYPE_TABS = ['overview', 'schema', 'causes', 'events', 'consume'] as const
export type EventTypeTab = (typeof EVENT_TYPE_TABS)[number]

/** The state of an event type's page as it stands in the address. */
export const eventTypeParsers = {
  tab: parseAsStringLiteral(EVENT_TYPE_TABS).withDefault('overview'),
  /** Which version the schema tab shows; the latest where it is left out. */
  version: parseAsString,
  /** Pointer of the field that is looked at. */
  field: parseAsString,
  /** What the fields are searched for. */
  q: parseAsString.withDefault(''),
  show: parseAsStringLiteral(['tree', 'source']).withDefault('tree'),
  /** The form that is open over the page. */
  form: parseAsStringLiteral(['edit', 'status', 'consume', 'produce']).withOptions({ history: 'push' }),
}

export const loadEventTypeState = createLoader(eventTypeParsers)

/** Rows of the tab with the latest events. */
export const LATEST_EVENTS = 50
