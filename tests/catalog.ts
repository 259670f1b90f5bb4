// All features of the bot, as tests use them.
import { catalogOf } from '../src/features/catalog.ts'
import { features } from '../src/features/features.ts'

export const catalog = catalogOf(features)
export const { commands } = catalog
