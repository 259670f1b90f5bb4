// What comes out of an exam.
import { describe, expect, it } from 'vitest'
import { examResult } from '../../src/core/exam-result.ts'
import type { Step } from '../../src/core/session.ts'

const task = (topic: string, at: number) => ({ item: `question:${topic}-${at}`, order: ['a', 'b'], key: ['a'], content: 1 })
const tasks = [task('s3', 0), task('s3', 1), task('iam', 2), task('iam', 3), task('iam', 4), task('ec2', 5), task('gone', 6)]
const step = (chosen: readonly string[]): Step => ({ chosen, at: 0, guess: false, flag: false })
const steps = new Map([[0, step(['a'])], [1, step(['b'])], [2, step(['b'])], [3, step(['b'])], [4, step([])], [5, step(['a'])], [6, step(['b'])]])
const topicOf = ({ item }: { readonly item: string }) => (item.includes('gone') ? 'changed' : { topic: /:(\w+)-/u.exec(item)?.[1] ?? '' })

describe('the result of an exam', () => {
  it('counts what is right, and what nobody answered as wrong', () => {
    expect(examResult({ tasks, steps }, topicOf)).toMatchObject({ right: 2, of: 6, unanswered: 1, missed: [1, 2, 3, 4] })
  })

  it('leaves out what changed in the course since', () => {
    expect(examResult({ tasks, steps }, topicOf).changed).toBe(1)
    expect(examResult({ tasks, steps }, () => 'changed')).toMatchObject({ right: 0, of: 0, range: { low: 0, high: 1 }, topics: [] })
  })

  it('leaves out what a channel is being asked, so that the score tells nothing about it', () => {
    const waiting = (right: boolean) => examResult({ tasks, steps: new Map([...steps, [0, step([right ? 'a' : 'b'])]]) }, (task) => (task === tasks[0] ? 'waiting' : topicOf(task)))
    expect(waiting(true)).toEqual(waiting(false))
    expect(waiting(true)).toMatchObject({ waiting: 1, of: 5 })
  })

  it('has the worst topic first', () => {
    expect(examResult({ tasks, steps }, topicOf).topics).toEqual([{ topic: 'iam', right: 0, of: 3 }, { topic: 's3', right: 1, of: 2 }, { topic: 'ec2', right: 1, of: 1 }])
  })
})
