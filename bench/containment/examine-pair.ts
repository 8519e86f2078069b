import { checkContainment, type Containment } from '@/lib/domain/compatibility/check-containment'
import type { Json } from '@/lib/domain/json/json'
import type { DrawnPair } from './draw-pairs'
import { editsOf, plain, valuesNear } from './draw-values'
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

/** Asks the prover, and two validators that are not ours whether it can be right. */
export async function examinePair(pair: DrawnPair, drawn: readonly Json[]): Promise<Examination> {
  const begin = performance.now()
  const answer = checkContainment(pair.writer, pair.reader)
  const milliseconds = performance.now() - begin
  if (answer.verdict === 'unknown')
    return { answer, milliseconds, objections: [], disputes: [], isJudged: true }
  const judgements =
    answer.verdict === 'breaking'
      ? await judgeAll(pair, [answer.witness])
      : await judgeMembers(pair, [
          ...valuesNear([pair.writer, pair.reader]),
          ...plain([...drawn]),
          ...members(pair),
        ])
  const [objections, disputes]: [string[], string[]] = [[], []]
  for (const { value, proofs } of judgements) {
    const said = proofs.filter((proof) => proof !== undefined)
    const against = said.filter((proof) => proof !== (answer.verdict === 'breaking')).length
    if (against > 0 && against === said.length) objections.push(JSON.stringify(value))
    else if (against > 0) disputes.push(JSON.stringify(value))
  }
  const [first] = judgements
  return {
    answer,
    milliseconds,
    objections,
    disputes,
    isJudged: first?.proofs.every((proof) => proof !== undefined) ?? true,
  }
}

/** What each judge says of a value: that it is valid for the writer and not for the reader; undefined: it cannot say. */
interface Judgement {
  readonly value: Json
  readonly proofs: readonly (boolean | undefined)[]
}

async function judgeAll({ writer, reader, draft }: DrawnPair, values: readonly Json[]): Promise<Judgement[]> {
  const judges = [
    [ajvJudge(writer, draft), ajvJudge(reader, draft)],
    [await hyperjumpJudge(writer), await hyperjumpJudge(reader)],
  ] as const
  return values.map((value) => ({
    value,
    proofs: judges.map(([writes, reads]) => proof(writes, reads, value)),
  }))
}

/** The second judge is slow, so it is asked about values that the first one finds in the writer's set or cannot judge. */
async function judgeMembers(
  { writer, reader, draft }: DrawnPair,
  values: readonly Json[],
): Promise<Judgement[]> {
  const [writes, reads] = [ajvJudge(writer, draft), ajvJudge(reader, draft)]
  const inside = values.filter((value) => writes(value) !== false)
  const [alsoWrites, alsoReads] = [await hyperjumpJudge(writer), await hyperjumpJudge(reader)]
  return inside.map((value) => ({
    value,
    proofs: [proof(writes, reads, value), proof(alsoWrites, alsoReads, value)],
  }))
}

function proof(writes: Judge, reads: Judge, value: Json): boolean | undefined {
  const isWritten = writes(value)
  if (isWritten === false) return false
  const isRead = reads(value)
  return isWritten === undefined || isRead === undefined ? undefined : !isRead
}

/** Members of the writer's set, which random values hardly ever are, and values beside them. */
function members({ writer, draft }: DrawnPair): Json[] {
  const questions: Json[] = [
    { not: {} },
    { type: ['null', 'boolean', 'number', 'string'] },
    { maxItems: 1, maxProperties: 1 },
    { type: ['object', 'null', 'boolean', 'number', 'string'] },
  ]
  const found = questions.flatMap((reader) => {
    const answer = checkContainment(writer, reader, { draft, budget: 10_000 })
    return answer.verdict === 'breaking' ? [answer.witness] : []
  })
  return found.flatMap((value) => [value, ...editsOf(value)])
}
