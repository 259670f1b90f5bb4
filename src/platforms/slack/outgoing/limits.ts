// What Slack accepts, as one table.

/** https://docs.slack.dev/reference/block-kit/blocks and the pages of its elements, in UTF-16 units, the stricter count */
export const limits = {
  blocksInMessage: 50,
  blocksInView: 100,
  /** Undocumented: a message is refused from about 13,200 on. https://github.com/slackapi/bolt-js/issues/2509 */
  textOfBlocks: 12_000,
  /** The text beside the blocks. chat.update takes 4,000: https://docs.slack.dev/reference/methods/chat.update */
  updateText: 4_000,
  /** Our own: enough for a screen reader, and under 4,000 even with a few entities. */
  notification: 3_000,
  header: 150,
  textObject: 3_000,
  /** Of one rich text block. Undocumented; the same as for other texts. */
  richText: 3_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/table-block, the row of the heads included; one table in a message */
  tableRows: 100,
  tableColumns: 20,
  elementsInActions: 25,
  buttonText: 75,
  accessibilityLabel: 75,
  optionText: 75,
  optionValue: 150,
  options: 100,
  inputLabel: 2_000,
  altText: 2_000,
} as const
