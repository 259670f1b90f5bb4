// In a channel that two workspaces share, people of both answer. A manager adds those of their own, also where the other workspace's id begins
// with the same letters.
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'

it('people of a workspace whose id begins like ours don’t join a team here', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  try {
    await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
    for (const time of ['08:30', '09:00']) await stage.until(`2026-03-02T${time}Z`)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    const { key } = stage.optionsOf(round)
    for (const [group, name] of [['terminal:team', 'ada'], ['terminal:team2', 'bea']] as const) {
      await stage.ledger.answers.take(round, { id: `${group}:${name}`, group: 'terminal:team', name }, key, stage.clock.now)
    }
    const added = words(await stage.type('owner', 'teams add Reds <#terminal:team:general>'))
    expect(added).toContain('Added 1 person to Reds.')
    expect(added).not.toContain('bea')
    expect(words(await stage.type('owner', 'teams add Reds <@terminal:team2:bea>'))).toContain('Name people in the channel')
  } finally {
    await stage.close()
  }
})
