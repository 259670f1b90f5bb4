// Recap and mention were in no form, neither on Slack nor on Discord.
import { expect, it } from 'vitest'
import { settingsForm } from '../../src/features/manage/settings-form.ts'
import { manage } from '../../src/features/manage/face.ts'
import { coursesField } from '../../src/features/manage/settings-courses.ts'
import { twoCourses } from '../fakes/two-courses.ts'

const form = (part: 'basic' | 'more' | 'result' | 'all', group: string, mention: string | null = null) => settingsForm(part, { openMinutes: null, mention }, { topics: [] }, group, coursesField(twoCourses()))

function choices(name: string, group: string, mention: string | null = null): readonly string[] {
  const input = form('all', group, mention).fields.find((field) => field.name === name)?.input
  return input !== undefined && 'choices' in input ? input.choices.map(({ label }) => label) : []
}

it('has a field for every setting', () => {
  expect(form('all', 'slack:T1').fields.map(({ name }) => name)).toEqual(Object.keys(manage.commands.setup.options))
})

it.each(['basic', 'more', 'result'] as const)('the part %s fits a modal on Discord', (part) => {
  expect(form(part, 'discord:1').fields.length).toBeLessThanOrEqual(5)
})

it('says in words where the result is posted, and whom the question pings', () => {
  expect(choices('recap', 'slack:T1')).toEqual(['On top of the next question', 'As a reply in the thread', 'Off'])
  expect(choices('mention', 'slack:T1')).toEqual(['Nobody', '@here'])
  expect(choices('mention', 'slack:T1', 'slack:T1/S1')).toEqual(['Nobody', '@here', 'The user group it pings now'])
  expect(choices('mention', 'discord:1')).toEqual(['Nobody'])
  expect(choices('mention', 'discord:1', 'discord:1/2')).toEqual(['Nobody', 'The role it pings now'])
})
