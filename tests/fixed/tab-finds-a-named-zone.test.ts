// After “zone=” Tab offered only what begins with the typed letters, and zones begin with their continent: “zone=berl” offered nothing.
import { expect, it } from 'vitest'
import { suggestZones } from '../../src/commands/values/zone.ts'
import { complete } from '../../src/platforms/terminal/incoming/complete.ts'
import { commands } from '../catalog.ts'

const suggest = async (_command: string, _option: string, typed: string, limit: number) => suggestZones(typed, limit).map(({ zone, label }) => ({ value: zone, label }))

it.each(['berl', 'zone=berl', 'ZONE:Berl'])('“%s” finds Europe/Berlin', async (typed) => {
  const [found, replaced] = await complete(`setup 09:00 ${typed}`, commands, suggest)
  expect([found, replaced]).toEqual([[typed === 'berl' ? 'Europe/Berlin' : 'zone=Europe/Berlin'], typed])
})
