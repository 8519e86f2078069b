import {
  createLoader,
  parseAsBoolean,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server'

export const DAYS = [1, 7, 30, 90] as const

/** The state of the flows' page as it stands in the address. */
export const flowParsers = {
  q: parseAsString.withDefault(''),
  days: parseAsNumberLiteral(DAYS).withDefault(30),
  sort: parseAsStringLiteral(['from', 'to', 'count', 'share', 'p50', 'p95']).withDefault('count'),
  desc: parseAsBoolean.withDefault(true),
}

export const loadFlowState = createLoader(flowParsers)
export type FlowSort = inferParserType<typeof flowParsers>['sort']
