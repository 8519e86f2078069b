import { expect, test } from 'vitest'
import { measureExpectations } from './measure'

test('of the flows that stopped in a small company nearly all are found, and nearly no alarm is false', () => {
  const { stopped, found, alarms, falseAlarms, judged } = measureExpectations('smallholding', 30_000)
  expect(judged).toBeGreaterThan(1_000)
  expect(stopped).toBeGreaterThan(30)
  expect(found / stopped).toBeGreaterThanOrEqual(0.95)
  expect(falseAlarms / alarms).toBeLessThanOrEqual(0.04)
})
