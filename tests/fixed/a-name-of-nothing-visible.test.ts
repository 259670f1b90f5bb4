// A name of invisible characters alone made Slack refuse a whole message as one with an empty text.
import { expect, it } from 'vitest'
import { mrkdwn } from '../../src/platforms/slack/outgoing/mrkdwn.ts'

it.each(['', '\u200b\u3164\u2800', ' ', '\u202e'])('a person called %j is a member in small print', (name) => {
  expect(mrkdwn([{ kind: 'person', id: 'discord:1:u:2', name }])).toContain('a member')
})
