// What Tab offers.
import { describe, expect, it } from 'vitest'
import { complete } from '../../../src/platforms/terminal/incoming/complete.ts'
import { commands } from '../../catalog.ts'

const known = { table: ['Who patches what'], words: ['Patching on EC2', 'Patch management'], topics: ['s3-access', 's3-platform', 'iam'], zone: ['Europe/Berlin', 'America/New_York'] }
const suggest = async (_command: string, option: string, typed: string, limit: number) => {
  const before = option === 'topics' && typed.includes(',') ? typed.slice(0, typed.lastIndexOf(',') + 1) : ''
  return (known[option as keyof typeof known] ?? []).map((one) => before + one).filter((one) => one.toLowerCase().includes(typed.toLowerCase())).slice(0, limit).map((value) => ({ value, label: `The title of ${value}` }))
}
const offers = (line: string) => complete(line, commands, suggest)

describe('Tab', () => {
  it.each([
    ['bo', ['board '], 'bo'],
    ['/study bo', ['board '], 'bo'],
    ['/bo', ['/board '], '/bo'],
    ['/q', ['/quit', '/quizzes ', '/questions '], '/q'],
    ['board mo', ['month'], 'mo'],
    ['/study board month ev', ['everywhere'], 'ev'],
    ['privacy ', ['hide', 'show', 'alias='], ''],
    ['setup 09:00 berl', ['Europe/Berlin'], 'berl'],
    ['settings fe', ['feedback='], 'fe'],
    ['settings feedback=at', ['feedback=at-close'], 'feedback=at'],
    ['settings zone=amer', ['zone=America/New_York'], 'zone=amer'],
    ['settings topics=s3', ['topics=s3-access', 'topics=s3-platform'], 'topics=s3'],
    ['settings topics=iam,s3-a', ['topics=iam,s3-access'], 'topics=iam,s3-a'],
    ['settings open=', ['open=auto'], 'open='],
    ['setup 09:00 Europe/Berlin mon', ['mon-fri'], 'mon'],
    ['help se', ['setup', 'settings', 'season'], 'se'],
    ['lookup patching', ['Patching on EC2'], 'patching'],
    ['patch', ['Patching on EC2', 'Patch management'], 'patch'],
    ['patching on', ['Patching on EC2'], 'patching on'],
    ['today ', [], ''],
    ['/frobnicate x', [], 'frobnicate x'],
    ['skip u', ['undo'], 'u'],
    ['compare who', ['Who patches what'], 'who'],
    ['settings au', [], 'au'],
    ['  bo', ['board '], 'bo'],
    ['/study  bo', ['board '], 'bo'],
    ['board  mo', ['month'], 'mo'],
    ['BOARD MO', ['month'], 'MO'],
    ['patching on /bo', [], 'patching on /bo'],
    ['/study patching on', [], 'patching on'],
    ['/study patch', [], 'patch'],
    ['lookup management', ['Patch management'], 'management'],
    ['lookup patch', ['Patching on EC2', 'Patch management'], 'patch'],
    ['setup zone=berl', ['zone=Europe/Berlin'], 'zone=berl'],
    ['setup zone:berl', ['zone=Europe/Berlin'], 'zone:berl'],
    ['setup ZONE=berl', ['zone=Europe/Berlin'], 'ZONE=berl'],
    ['setup nothing=be', [], 'nothing=be'],
    ['settings mention=o', ['mention=off'], 'mention=o'],
    ['settings me', ['mention='], 'me'],
    ['managers add bo', [], 'bo'],
    ['setup 09', [], '09'],
    ['privacy sh', ['show'], 'sh'],
    ['lookup  patching', ['Patching on EC2'], 'patching'],
    ['lookup patching on', ['Patching on EC2'], 'patching on'],
    ['board month', ['month'], 'month'],
    ['setup x-zone=berl', [], 'x-zone=berl'],
    ['settings feedback=instant fee', [], 'fee'],
    ['settings FEEDBACK=instant fee', [], 'fee'],
    ['managers add ', ['person='], ''],
  ])('on “%s” offers %j', async (line, expected, typed) => expect(await offers(line)).toEqual([expected, typed]))

  it('on an empty line offers every command once', async () => {
    const [names] = await offers('')
    expect(names).toContain('today ')
    expect(new Set(names).size).toBe(names.length)
    expect(names).not.toContain('Patching on EC2')
    const [slashed] = await offers('/')
    expect(new Set(slashed).size).toBe(slashed.length)
  })

  it('does not offer a value of which there is one already', async () => {
    expect((await offers('board month '))[0]).not.toContain('week')
    expect((await offers('settings feedback=instant '))[0]).not.toContain('feedback=')
    expect((await offers('settings FEEDBACK=instant '))[0]).not.toContain('feedback=')
  })

  it('after a space offers values and names that were not typed yet, but no zones: there are too many', async () => {
    const [found] = await offers('setup ')
    expect(found).toContain('zone=')
    expect(found).not.toContain('Europe/Berlin')
    expect((await offers('setup zone='))[0]).toEqual(['zone=Europe/Berlin', 'zone=America/New_York'])
    expect((await offers('board '))[0]).not.toContain('period=')
    expect((await offers('board pe'))[0]).toContain('period=')
    const values = new Set([...known.topics, 'mon-fri', 'daily', 'auto', 'off', 'instant', 'at-close'])
    expect((await offers('settings '))[0].filter((one) => !one.endsWith('=') && !values.has(one))).toEqual([])
  })

  it('offers those that begin with what was typed, and only where none does, those that contain it', async () => {
    const zones = ['Asia/Berlinia', 'berlin-time', 'Europe/Berlin']
    const suggestZones = async () => zones.map((value) => ({ value, label: value }))
    expect(await complete('setup zone=berl', commands, suggestZones)).toEqual([['zone=berlin-time'], 'zone=berl'])
    expect(await complete('setup zone=lin', commands, suggestZones)).toEqual([zones.map((zone) => `zone=${zone}`), 'zone=lin'])
  })

  it('offers no more than fit on a screen', async () => {
    const many = await complete('settings topics=', commands, async () => Array.from({ length: 99 }, (_, index) => ({ value: `topic-${index}`, label: 'Topic' })))
    expect(many[0].length).toBeLessThanOrEqual(12)
  })

  it('offers nothing that could steer the terminal', async () => {
    expect((await complete('lookup x', commands, async () => [{ value: 'x\u001B[31m\u202Ered', label: 'red' }]))[0]).toEqual(['x�[31mred'])
  })
})
