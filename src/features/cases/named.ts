// Cases by the words that people type.
import { listed } from '../../commands/matching.ts'
import type { Case, Course } from '../../course/course.ts'

/** The case of that id or title; or all whose title begins with it, holds it, or holds each of its words. */
export const casesNamed = ({ cases }: Pick<Course, 'cases'>, typed: string): readonly Case[] => listed(cases, ({ id, title }) => [id, title], typed)
