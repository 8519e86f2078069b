import {
  createLoader,
  createSerializer,
  parseAsBoolean,
  parseAsFloat,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server'
import { paths } from './paths'

export const DAYS = [1, 7, 30, 90] as const
/** How many of the most frequent steps the map draws; 0 stands for all. */
export const TOPS = [30, 60, 120, 250, 0] as const
export const SHARES = [0, 0.01, 0.05, 0.2, 0.5] as const

const text = parseAsString.withDefault('')

/** The state of the flows' page as it stands in the address. */
export const flowParsers = {
  view: parseAsStringLiteral(['map', 'table']).withDefault('map'),
  q: text,
  owner: text,
  domain: text,
  days: parseAsNumberLiteral(DAYS).withDefault(30),
  share: parseAsFloat.withDefault(0),
  top: parseAsNumberLiteral(TOPS).withDefault(60),
  sort: parseAsStringLiteral(['from', 'to', 'count', 'share', 'p50', 'p95']).withDefault('count'),
  desc: parseAsBoolean.withDefault(true),
  /** The event type that is selected on the map. */
  at: text,
  /** The step whose panel is open. */
  from: text,
  to: text,
}

export const loadFlowState = createLoader(flowParsers)
const serialize = createSerializer(flowParsers)
export type FlowState = inferParserType<typeof flowParsers>
export type FlowSort = FlowState['sort']

/** The address of the flows' page in a state. */
export function flowAddress(state: Partial<FlowState>): string {
  return serialize(paths.flows(), state)
}

/** What the API is asked for. */
export function flowFilter({ days, owner, domain, share }: FlowState) {
  return {
    days,
    ...(owner === '' ? {} : { owner: [owner] }),
    ...(domain === '' ? {} : { domain: [domain] }),
    ...(share > 0 && share <= 1 ? { min_share: share } : {}),
  }
}
