// The kinds of Slack's blocks that a screen is drawn with.
import type { types } from '@slack/bolt'

/** Closed, so that the compiler names every place that a new kind of block needs. */
export type SlackBlock = types.HeaderBlock | types.RichTextBlock | types.ContextBlock | types.ActionsBlock | types.InputBlock | types.DividerBlock | types.TableBlock | types.ImageBlock
