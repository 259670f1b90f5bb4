// What Slack sends when people type, press and fill in forms, read into plain data: field by field, also where a field is missing.
import { describe, expect, test } from 'vitest'
import { readIncoming } from '../../../src/platforms/slack/incoming/read-payload.ts'
import { writeFormMetadata } from '../../../src/platforms/slack/form-metadata.ts'

const read = (payload: unknown) => readIncoming(payload, 'U0BOT')
const other = { kind: 'other' }
const someId = expect.stringMatching(/\S/u)

describe('a slash command', () => {
  const body = { command: '/study', text: 'board month', user_id: 'U0ADA', user_name: 'ada', channel_id: 'C0STUDY', response_url: 'https://slack.test/r', trigger_id: 't1' }

  test('says who typed what, where, and how to answer', () => {
    expect(read(body)).toEqual({
      kind: 'command', line: 'board month',
      from: { event: 't1', user: 'U0ADA', shownAs: 'ada', channel: 'C0STUDY' },
      on: { kind: 'chat', url: 'https://slack.test/r', trigger: 't1', own: null },
    })
  })

  test('in a direct message has no channel, and is answered there', () => {
    expect(read({ ...body, channel_id: 'D0ADA' })).toMatchObject({ from: { channel: null }, on: { direct: 'D0ADA' } })
  })

  test('of which Slack says only who typed it is read, and two of them are two', () => {
    const bare = { command: '/study', user_id: 'U0ADA' }
    const [one, two] = [read(bare), read(bare)]
    expect(one).toEqual({
      kind: 'command', line: '',
      from: { event: someId, user: 'U0ADA', shownAs: '', channel: null },
      on: { kind: 'chat', url: null, trigger: null, own: null },
    })
    expect(two).not.toEqual(one)
  })

  test('of nobody is left alone', () => {
    expect(read({ ...body, user_id: '' })).toEqual(other)
  })
})

describe('a press', () => {
  const user = { id: 'U0ADA', username: 'ada', name: 'ada.lovelace' }
  const action = { action_id: 'v1:board:place:week:0', action_ts: '1700000000.123' }
  const body = {
    type: 'block_actions', user, trigger_id: 't1', response_url: 'https://slack.test/r', actions: [action], channel: { id: 'C0STUDY' },
    container: { type: 'message', channel_id: 'C0STUDY', message_ts: '1.000002' },
  }
  const onChat = { kind: 'chat', url: 'https://slack.test/r', trigger: 't1', own: null }

  test('on a post says who pressed what, when, and on which message', () => {
    expect(read(body)).toEqual({
      kind: 'press', control: action.action_id, chosen: [], at: 1_700_000_000_123, filled: null, message: 'C0STUDY/1.000002',
      from: { event: 't1', user: 'U0ADA', shownAs: 'ada.lovelace', channel: 'C0STUDY' },
      on: onChat,
    })
  })

  test('is in the channel of its message where Slack names no other', () => {
    const { channel: _, ...rest } = body
    expect(read(rest)).toMatchObject({ from: { channel: 'C0STUDY' } })
  })

  test('of somebody without a name has the handle, or nothing', () => {
    expect(read({ ...body, user: { id: 'U0ADA', username: 'ada' } })).toMatchObject({ from: { shownAs: 'ada' } })
    expect(read({ ...body, user: { id: 'U0ADA' } })).toMatchObject({ from: { shownAs: '' } })
  })

  test('without a trigger is known by who pressed what when, so that a redelivery is no second press', () => {
    const bare = { type: 'block_actions', user, actions: [action] }
    expect(read(bare)).toEqual(read(bare))
    expect(read(bare)).toMatchObject({ from: { event: 'U0ADA v1:board:place:week:0 1700000000.123', channel: null }, on: { url: null, trigger: null }, message: null })
  })

  test('has no moment where Slack says none', () => {
    expect(read({ ...body, actions: [{ action_id: 'x' }] })).toMatchObject({ control: 'x', at: null })
  })

  test('of nobody, or of no button, is read no further', () => {
    expect(read({ ...body, user: {} })).toEqual(other)
    expect(read({ ...body, actions: [] })).toMatchObject({ kind: 'press', control: '' })
  })

  test('on a private message may replace it, and names no post', () => {
    const container = { ...body.container, is_ephemeral: true }
    expect(read({ ...body, container })).toMatchObject({ on: { ...onChat, own: 'ephemeral' }, message: null })
  })

  test('in a direct message may replace the message, and is in no channel', () => {
    const container = { channel_id: 'D0ADA', message_ts: '1.000002' }
    expect(read({ ...body, channel: { id: 'D0ADA' }, container })).toMatchObject({ from: { channel: null }, on: { ...onChat, own: 'direct', direct: 'D0ADA' }, message: null })
  })

  test('on a message that Slack does not name is on no post', () => {
    expect(read({ ...body, container: { channel_id: 'C0STUDY' } })).toMatchObject({ message: null })
  })

  test('on one’s own page is answered with a modal', () => {
    expect(read({ type: 'block_actions', user, trigger_id: 't1', actions: [action], view: { type: 'home', id: 'V1' } })).toMatchObject({
      from: { channel: null }, on: { kind: 'home', trigger: 't1' }, filled: null, message: null,
    })
  })

  test('in a modal goes on in it, for the channel that the modal is about', () => {
    const view = { type: 'modal', id: 'V1', private_metadata: writeFormMetadata({ channel: 'C0STUDY', url: 'https://slack.test/kept' }), callback_id: 'screen' }
    const { channel: _, container: __, response_url: ___, ...rest } = body
    expect(read({ ...rest, view })).toMatchObject({
      from: { channel: 'C0STUDY' }, on: { kind: 'modal', view: 'V1', url: 'https://slack.test/kept' }, filled: null,
    })
    expect(read({ ...rest, view, response_url: 'https://slack.test/now' })).toMatchObject({ on: { url: 'https://slack.test/now' } })
    expect(read({ ...rest, view: { type: 'modal' } })).toMatchObject({ from: { channel: null }, on: { kind: 'modal', view: '', url: null } })
  })

  test('in a form brings along what is filled in', () => {
    const values = { time: { time: { selected_time: '09:00' } } }
    const view = { type: 'modal', id: 'V1', callback_id: 'v1:setup', private_metadata: writeFormMetadata({ channel: 'C0STUDY', url: null }), state: { values } }
    expect(read({ ...body, view })).toMatchObject({ filled: { time: '09:00' } })
    expect(read({ ...body, view: { ...view, callback_id: 'v0:setup' } })).toMatchObject({ filled: null })
  })

  test('of a checkbox alone asks nothing', () => {
    expect(read({ ...body, actions: [{ action_id: 'v1:pick:0123456789abcdef' }] })).toEqual({ kind: 'checkbox' })
  })
})

describe('what is checked', () => {
  const round = '0123456789abcdef'
  const control = `v1:answer:${round}:*:195613ef`
  const press = { type: 'block_actions', user: { id: 'U0ADA' }, trigger_id: 't1', actions: [{ action_id: control }] }
  const checked = (...values: readonly unknown[]) => ({ selected_options: values.map((value) => ({ value })) })
  const picks = { note: { x: { value: 'words' } }, 'another question': { 'v1:pick:aaaaaaaaaaaaaaaa': checked('z') }, question: { [`v1:pick:${round}`]: checked('a', 'b') } }

  test('comes with the button of its own question, from wherever the boxes are', () => {
    expect(read({ ...press, state: { values: picks } })).toMatchObject({ chosen: ['a', 'b'] })
    expect(read({ ...press, view: { type: 'modal', state: { values: picks } } })).toMatchObject({ chosen: ['a', 'b'] })
    expect(read({ ...press, view: { type: 'modal' }, state: { values: picks } })).toMatchObject({ chosen: [] })
  })

  test('is nothing where no box was touched, and an option without a value is one that nobody knows', () => {
    expect(read({ ...press, state: { values: { question: { [`v1:pick:${round}`]: {} } } } })).toMatchObject({ chosen: [] })
    expect(read({ ...press, state: { values: { question: { [`v1:pick:${round}`]: checked('a', undefined) } } } })).toMatchObject({ chosen: ['a', ''] })
  })
})

describe('a submitted form', () => {
  const values = {
    time: { time: { selected_time: '10:00' } },
    zone: { zone: { selected_option: { value: 'Europe/Berlin' } } },
    days: { days: { selected_options: [{ value: 'mon' }, { value: 'fri' }] } },
    open: { open: { value: '8h' } },
    mention: { mention: { value: null } },
  }
  const view = {
    id: 'V1', callback_id: 'v1:setup', app_installed_team_id: 'T0STUDY', state: { values },
    private_metadata: writeFormMetadata({ channel: 'C0STUDY', url: 'https://slack.test/kept' }),
  }
  const body = { type: 'view_submission', user: { id: 'U0ADA', name: 'ada' }, trigger_id: 't1', view }

  test('says what was chosen and typed, in which workspace, and for which channel', () => {
    expect(read(body)).toEqual({
      kind: 'form', form: 'setup', team: 'T0STUDY',
      from: { event: 't1', user: 'U0ADA', shownAs: 'ada', channel: 'C0STUDY' },
      on: { kind: 'modal', view: 'V1', url: 'https://slack.test/kept' },
      values: { time: '10:00', zone: 'Europe/Berlin', days: 'mon,fri', open: '8h', mention: '' },
    })
  })

  test('opened in no channel is for the one that is chosen in it, which is none of its values', () => {
    const withChannel = { ...values, channel: { channel: { selected_conversation: 'C0NEWS' } } }
    const chosen = { ...view, private_metadata: writeFormMetadata({ channel: null, url: null }), state: { values: withChannel } }
    const incoming = read({ ...body, view: chosen })
    expect(incoming).toMatchObject({ from: { channel: 'C0NEWS' }, on: { url: null } })
    expect(incoming).not.toHaveProperty('values.channel')
  })

  test('without a trigger is known by its view, so that a redelivery is no second one', () => {
    const { trigger_id: _, ...rest } = body
    expect(read(rest)).toMatchObject({ from: { event: 'U0ADA view V1' } })
    const { id: __, ...nameless } = view
    const [one, two] = [read({ ...rest, view: nameless }), read({ ...rest, view: nameless })]
    expect(one).toMatchObject({ on: { view: '' } })
    expect(two).not.toEqual(one)
  })

  test('that this version did not make has no name and no values', () => {
    expect(read({ ...body, view: { id: 'V1', callback_id: 'v1:setup', state: { values } } })).toMatchObject({ form: '', team: null, values: {}, from: { channel: null }, on: { url: null } })
  })

  test('of nobody is left alone', () => {
    expect(read({ ...body, user: {} })).toEqual(other)
  })
})

test('what somebody types in a menu says in which form, in which field, and what', () => {
  const body = { type: 'block_suggestion', action_id: 'zone', value: 'berl', view: { callback_id: 'v1:setup' } }
  expect(read(body)).toEqual({ kind: 'suggest', form: 'setup', field: 'zone', typed: 'berl' })
  expect(read({ type: 'block_suggestion' })).toEqual({ kind: 'suggest', form: '', field: '', typed: '' })
})

test.each([[null], ['text'], [{}], [{ type: 'shortcut' }], [{ type: 'view_closed', view: {} }], [{ command: '' }]])('%j is nothing for the bot', (payload) => {
  expect(read(payload)).toEqual(other)
})
