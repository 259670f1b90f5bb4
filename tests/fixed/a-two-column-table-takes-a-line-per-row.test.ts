// On Discord, every row of a table with two columns repeated the names of both, on two lines: twenty duties filled several phone screens.
import { expect, it } from 'vitest'
import { render } from '../../src/platforms/discord/outgoing/render.ts'
import { commands } from '../catalog.ts'
import { allComponents, type Component } from '../fakes/discord/world.ts'

function drawn(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const { components } = render({ name: 'notice', title: 'Title', tone: 'plain', blocks: [{ kind: 'table', columns, rows }] }, commands)
  return allComponents(components as unknown as readonly Component[]).map((part) => String(part['content'] ?? '')).join('\n')
}

it('says the names of the columns once, and each row on one line', () => {
  expect(drawn(['Duty', 'Whose'], [['Patch the host', 'AWS'], ['Patch the guest', '']])).toContain('\n-# Duty · Whose\n**Patch the host** · AWS\n**Patch the guest** · –')
})

it('takes columns without names, and a row without its second cell', () => {
  expect(drawn(['', ''], [['Patch the host', 'AWS'], ['Lock']])).toContain('## Title\n**Patch the host** · AWS\n**Lock**')
})

it('with a longer row keeps each cell under its title', () => {
  expect(drawn(['Duty', 'Whose'], [['Patch', 'AWS', 'daily']])).toContain('**Duty: Patch**\n- **Whose:** AWS\n- daily')
})
