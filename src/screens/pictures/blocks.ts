// Pictures as blocks of a screen. Each stands below the text that says the same, so that nobody depends on it.
import { withoutCodeMarks } from '../../core/code-marks.ts'
import type { LocalDate } from '../../core/time.ts'
import type { Block, ImageBlock, PictureBlock, Screen } from '../screen.ts'
import { strong, type Text } from '../text.ts'
import type { BarRow, BoardRow, Picture } from './picture.ts'
import { altText } from './words.ts'

export const pictureBlock = (picture: Picture, alt = altText(picture)): Block => ({ kind: 'picture', picture, alt: withoutCodeMarks(alt) })

/** @param days in order, one for each day, also for those without anything */
export const calendarPicture = (days: readonly { readonly date: LocalDate; readonly count: number }[], title = 'Your study days'): Block => pictureBlock({ kind: 'calendar', title, days })

export const topicBars = (rows: readonly BarRow[], title = 'Right answers by topic'): Block => pictureBlock({ kind: 'bars', title, rows })

export const examBars = (rows: readonly BarRow[], title = 'Your exam by domain'): Block => pictureBlock({ kind: 'bars', title, rows })

export const boardPicture = (rows: readonly BoardRow[], title = 'Leaderboard of the week'): Block => pictureBlock({ kind: 'board', title, rows })

/** Where the picture itself can't be shown. */
export const imageInWords = ({ alt }: Pick<ImageBlock, 'alt'>): Text => [strong('Picture: '), alt]

/** The images of a screen, in their order. */
export const imagesOf = ({ above = [], blocks }: Pick<Screen, 'above' | 'blocks'>): readonly ImageBlock[] => [...above, ...blocks].filter((block) => block.kind === 'image')

/** The pictures of a screen, in their order. */
export const picturesOf = ({ above = [], blocks }: Pick<Screen, 'above' | 'blocks'>): readonly PictureBlock[] => [...above, ...blocks].filter((block) => block.kind === 'picture')
