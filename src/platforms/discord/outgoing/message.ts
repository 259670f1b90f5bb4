// A message as this room sends it: one container, and nobody is pinged but perhaps one role.
import type { APIContainerComponent, APIComponentInContainer } from 'discord.js'
import type { Picture, StillImage } from '../../../screens/pictures/picture.ts'
import type { FileBlock } from '../../../screens/screen.ts'

/** By which the components of a message name the files that are sent with it. */
export type AttachedNames = ReadonlyMap<Picture | StillImage | FileBlock, string>

export type DiscordMessage = {
  readonly flags: number
  readonly components: APIContainerComponent[]
  /** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
  readonly allowed_mentions: { readonly parse: never[]; readonly roles?: readonly string[] }
}

/** A row of buttons, or of one menu. */
export type Row = Extract<APIComponentInContainer, { type: typeof componentType.row }>
/** An option of a question: its text, and beside it the button that chooses it. */
export type Section = Extract<APIComponentInContainer, { type: typeof componentType.section }>
/** Pictures. https://docs.discord.com/developers/components/reference#media-gallery */
export type Gallery = Extract<APIComponentInContainer, { type: typeof componentType.gallery }>
/** A file to load down. https://docs.discord.com/developers/components/reference#file */
export type FileComponent = Extract<APIComponentInContainer, { type: typeof componentType.file }>
export type Button = Extract<Row['components'][number], { type: typeof componentType.button }>

/**
 * https://docs.discord.com/developers/components/reference#component-object-component-types. Written out, so that drawing a screen does
 * not load discord.js.
 */
export const componentType = { row: 1, button: 2, menu: 3, section: 9, text: 10, gallery: 12, file: 13, container: 17 } as const
