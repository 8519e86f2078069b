import { checkContainment, type Containment } from '@/lib/domain/compatibility/check-containment'
import type { Draft } from '@/lib/domain/compatibility/schema/drafts'
import type { Json } from '@/lib/domain/json/json'
import type { DrawnPair } from './draw-pairs'
import { editsOf, valuesNear } from './draw-values'
import { ajvJudge, hyperjumpJudge, type Judge } from './judges'

export interface Examination {
  readonly answer: Containment
  readonly milliseconds: number
  /** Values that contradict the verdict, whichever judge is asked; each is a bug of ours. */
  readonly objections: readonly string[]
  /** Values on which the judges contradict each other, so that one of them is wrong. */
  readonly disputes: readonly string[]
  /** Whether both judges could read both schemas. */
  readonly isJudged: boolean
}

/** A schema as both judges read it, and values in and near its set: made once for all pairs that it is in. */
export interface Examined {
  readonly schema: Json
  readonly judges: readonly Judge[]
  readonly values: readonly Json[]
}

export async function examined(schema: Json, draft: Draft): Promise<Examined> {
  return {
    schema,
    judges: [ajvJudge(schema, draft), await hyperjumpJudge(schema)],
    values: [...valuesNear(schema), ...members(schema, draft)],
  }
}

/** Asks the prover, and two validators that are not ours whether it can be right. */
export async function examinePair(
  { writer, reader, draft }: DrawnPair,
  drawn: readonly Json[],
): Promise<Examination> {
  return examine(await examined(writer, draft), await examined(reader, draft), drawn)
}

/** As `examinePair`, for schemas that are in several pairs. */
export function examine(writer: Examined, reader: Examined, drawn: readonly Json[]): Examination {
  const begin = performance.now()
  const answer = checkContainment(writer.schema, reader.schema)
  const milliseconds = performance.now() - begin
  const values =
    answer.verdict === 'breaking'
      ? [answer.witness]
      : answer.verdict === 'compatible'
        ? [...writer.values, ...reader.values, ...drawn]
        : []
  const [objections, disputes]: [string[], string[]] = [[], []]
  let isJudged = true
  for (const value of values) {
    const proofs = proofsOf(writer, reader, value, answer.verdict === 'breaking')
    isJudged &&= !proofs.includes(undefined)
    const said = proofs.filter((proof) => proof !== undefined)
    const against = said.filter((proof) => proof !== (answer.verdict === 'breaking')).length
    if (against > 0 && against === said.length && !isRounded([writer.schema, reader.schema], value))
      objections.push(JSON.stringify(value))
    else if (against > 0) disputes.push(JSON.stringify(value))
  }
  return { answer, milliseconds, objections, disputes, isJudged }
}

/**
 * What each judge says of a value: that it is valid for the writer and not for the reader; undefined: it cannot say. The
 * second judge is slow: of values that are no witnesses it is asked about those only that the first one finds in the
 * writer's set or cannot judge.
 */
function proofsOf(
  writer: Examined,
  reader: Examined,
  value: Json,
  isWitness: boolean,
): (boolean | undefined)[] {
  const isWritten = writer.judges[0]?.(value)
  if (isWritten === false && !isWitness) return [false, false]
  return writer.judges.map((judge, index) => {
    const written = index === 0 ? isWritten : judge(value)
    if (written === false) return false
    const read = reader.judges[index]?.(value)
    return written === undefined || read === undefined ? undefined : !read
  })
}

/**
 * hyperjump takes remainders of floats with a tolerance that forgets negative ones (-3 is no multiple of 0.1 there);
 * where the other judge cannot read the schema, that would count as everybody's word.
 */
function isRounded(schemas: readonly Json[], value: Json): boolean {
  return /"multipleOf":\d*\.\d/.test(JSON.stringify(schemas)) && /(^|[[:,])-\d/.test(JSON.stringify(value))
}

/** Members of the set, which random values hardly ever are, and values beside them. */
function members(schema: Json, draft: Draft): Json[] {
  const questions: Json[] = [
    { not: {} },
    { type: ['null', 'boolean', 'number', 'string'] },
    { type: ['object', 'null', 'boolean', 'number', 'string'] },
  ]
  const found = questions.flatMap((reader) => {
    const answer = checkContainment(schema, reader, { draft, budget: 10_000 })
    return answer.verdict === 'breaking' ? [answer.witness] : []
  })
  return found.flatMap((value) => [value, ...editsOf(value)])
}
