import { checkContainment, type Containment } from '@/lib/domain/compatibility/check-containment'
import type { Json } from '@/lib/domain/json/json'
import { plain, type DrawnPair } from './draw-pairs'
import { ajvJudge, hyperjumpAnswers } from './judges'

export interface Examination {
  readonly answer: Containment
  readonly milliseconds: number
  /** Values that contradict the verdict, whichever judge is asked; each is a bug of ours. */
  readonly objections: readonly string[]
  /** Values on which the judges contradict each other, so that one of them is wrong. */
  readonly disputes: number
  /** Whether both judges could read both schemas. */
  readonly isJudged: boolean
}

/** Values of every shape the drawn schemas speak of, tried against each "compatible". */
const everyday: Json[] = [
  null, true, false, 0, 1, 2, 3, 4, 5, 6, 10, 11, -1, -3, 0.5, 1.5, 2.5, 0.25, 1e10, '', 'a', 'b', 'c', 'ab', 'abc', 'aa', 'ba', 'd', '1', 'é', '😀', 'bcd', [], [1],
  ['a'], [1, 1], [1, 2], [1, 2, 3], [null, true, 'a'], [[], []], [[1], {}], [{ a: 1 }, { a: 1 }], ['a', 'b', 'c', 'ab'], {}, { a: 1 }, { a: 'a' }, { b: null }, { a: 1, b: 2 },
  { a: null, b: 'b', c: [] }, { ab: 1 }, { '': 0 }, { d: 1 }, { a: {} }, { a: { a: 1 } }, { a: [1, 2], b: { c: 'c' } }, { c: true, ab: 'ab' }, { a: 1, b: 1, c: 1, ab: 1, '': 1 },
] // prettier-ignore

/** Asks the prover, and two validators that are not ours whether it can be right. */
export async function examinePair(pair: DrawnPair, drawn: readonly Json[]): Promise<Examination> {
  const begin = performance.now()
  const answer = checkContainment(pair.writer, pair.reader)
  const milliseconds = performance.now() - begin
  const values =
    answer.verdict === 'breaking'
      ? [answer.witness]
      : answer.verdict === 'compatible'
        ? [...everyday, ...plain([...drawn]), ...members(pair)]
        : []
  if (values.length === 0) return { answer, milliseconds, objections: [], disputes: 0, isJudged: true }
  const judged = await judge(pair, values)
  const proves = judged.map(({ isWritten, isRead }) =>
    values.map((_, index) =>
      isWritten[index] === undefined || isRead[index] === undefined
        ? undefined
        : isWritten[index] && !isRead[index],
    ),
  )
  const objections: string[] = []
  let disputes = 0
  for (const [index, value] of values.entries()) {
    const said = proves.map((proof) => proof[index]).filter((proof) => proof !== undefined)
    const against = said.filter((proof) => proof !== (answer.verdict === 'breaking')).length
    if (against > 0 && against === said.length) objections.push(JSON.stringify(value))
    else if (against > 0) disputes += 1
  }
  return {
    answer,
    milliseconds,
    objections,
    disputes,
    isJudged: proves.every((proof) => proof[0] !== undefined),
  }
}

/** Members of the writer's set, which random values hardly ever are. */
function members({ writer, draft }: DrawnPair): Json[] {
  const questions: Json[] = [
    { not: {} },
    { type: ['null', 'boolean', 'number', 'string'] },
    { maxItems: 0, maxProperties: 0 },
    { maxItems: 1, maxProperties: 1 },
    { type: 'object' },
    { type: ['object', 'array'] },
  ]
  return questions.flatMap((reader) => {
    const answer = checkContainment(writer, reader, { draft, budget: 20_000 })
    return answer.verdict === 'breaking' ? [answer.witness] : []
  })
}

async function judge({ writer, reader, draft }: DrawnPair, values: readonly Json[]) {
  const [writes, reads] = [ajvJudge(writer, draft), ajvJudge(reader, draft)]
  return [
    { isWritten: values.map(writes), isRead: values.map(reads) },
    {
      name: 'hyperjump',
      isWritten: await hyperjumpAnswers(writer, values),
      isRead: await hyperjumpAnswers(reader, values),
    },
  ]
}
