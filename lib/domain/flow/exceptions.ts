import { firstDelay, type ExpectedStep, type PastEvent } from './step-history'

/** One event of the past that was waited for long enough. */
export interface Outcome {
  readonly id: string
  /** How many days ago it happened. */
  readonly day: number
}

/** What became of events of a kind, as far as it tells of exceptions. */
export interface Outcomes {
  /** Those that the step did not follow. */
  readonly ended: readonly Outcome[]
  readonly followed: readonly Outcome[]
}

/** Events that end where others go on, known by a field that they give or do not give. */
export interface StepException {
  readonly field: string
  /** Whether they are those that give it, or those that do not. */
  readonly given: boolean
  /** Such events that were looked at, and how many of them the step followed. */
  readonly n: number
  readonly came: number
}

/** Half of them may have led on, at the most; and what a bad day or two stopped is no rule. */
const MOST_LED_ON = 0.5
const LEAST_DAYS = 3
const DAY = 86_400_000
/** 95 % of the standard normal distribution lie below so many deviations. */
const Z95 = 1.645

/** Which events of the past to look at; null where they can tell of no exception. */
export function outcomesOf(
  events: readonly (PastEvent & { readonly id: string })[],
  { types, deadline }: Pick<ExpectedStep, 'types' | 'deadline'>,
): Outcomes | null {
  const names = types.map(({ type }) => type)
  const ended: Outcome[] = []
  const followed: Outcome[] = []
  for (const event of events) {
    const outcome = { id: event.id, day: Math.floor(event.waited / DAY) }
    if (firstDelay(event, names) !== null) followed.push(outcome)
    else if (event.waited > deadline) ended.push(outcome)
  }
  return isUsual(ended) ? { ended, followed } : null
}

/**
 * Fields by which one can tell that the expected step will not come: a pick without a shelf changes no stock, an order
 * without a payment is not captured. The question is that of decision mining (Rozinat and van der Aalst, "Decision
 * Mining in ProM", BPM 2006), asked of one field at a time. It is answered with the uncertainty of what was looked at:
 * of the events that the field tells apart, at most a half led on, even if among those that the step followed they are
 * as many as the upper 95 % bound of Wilson (1927) says. So three that ended are the fewest that say anything.
 * @param fieldsOf fields that an event's data gives a value; undefined where they were not looked at
 * @param certainty `likely` takes the part that was looked at for the whole: whether looking further is worth it
 */
export function findExceptions(
  { ended, followed }: Outcomes,
  fieldsOf: (id: string) => ReadonlySet<string> | undefined,
  certainty: 'likely' | 'sure' = 'sure',
): StepException[] {
  const looked = (all: readonly Outcome[]) =>
    all.flatMap((one) => {
      const fields = fieldsOf(one.id)
      return fields === undefined ? [] : [{ ...one, fields }]
    })
  const [stopped, went] = [looked(ended), looked(followed)]
  const found: StepException[] = []
  for (const field of new Set([...stopped, ...went].flatMap(({ fields }) => [...fields])))
    for (const given of [false, true]) {
      const such = stopped.filter(({ fields }) => fields.has(field) === given)
      if (!isUsual(such)) continue
      const came = went.filter(({ fields }) => fields.has(field) === given).length
      const share = certainty === 'sure' ? upperShare(came, went.length) : came / went.length
      const atMost = followed.length * share
      if (atMost < MOST_LED_ON * (atMost + such.length))
        found.push({ field, given, n: such.length + came, came })
    }
  return found.sort((a, b) => b.n - a.n || (a.field < b.field ? -1 : 1))
}

function isUsual(ended: readonly Outcome[]): boolean {
  return new Set(ended.map(({ day }) => day)).size >= LEAST_DAYS
}

/** The exception that an event is, if any. */
export function exceptionOf(
  exceptions: readonly StepException[],
  fields: ReadonlySet<string>,
): StepException | undefined {
  return exceptions.find(({ field, given }) => fields.has(field) === given)
}

/** The highest share that so many of so many are compatible with, with 95 % certainty: Wilson's score interval. */
function upperShare(part: number, whole: number): number {
  if (whole === 0) return 1
  const share = part / whole
  const middle = share + Z95 ** 2 / (2 * whole)
  const spread = Z95 * Math.sqrt((share * (1 - share)) / whole + Z95 ** 2 / (4 * whole ** 2))
  return (middle + spread) / (1 + Z95 ** 2 / whole)
}
