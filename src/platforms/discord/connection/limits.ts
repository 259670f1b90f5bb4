// Discord's limits as one table.

/** https://docs.discord.com/developers/components/reference, or the page named beside a limit. */
export const limits = {
  /** All components of a message, including nested ones. */
  components: 40,
  /** Characters over all text displays: https://github.com/discord/discord-api-docs/pull/8562 */
  text: 4000,
  /**
   * Bytes over all text displays, plus 12 for each. Discord documents none but answers 500 above 10,170, which Japanese text
   * reaches before 4000 characters: https://github.com/discord/discord-api-docs/issues/8554
   */
  textBytes: 10_000,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectText: 100,
  placeholder: 150,
  /** Of a picture: https://docs.discord.com/developers/components/reference#media-gallery-media-gallery-item-structure */
  description: 1024,
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
  modalTitle: 45,
  modalFields: 5,
  /** https://docs.discord.com/developers/components/reference#label */
  modalLabel: 45,
  modalHint: 100,
  /** https://docs.discord.com/developers/interactions/application-commands#autocomplete */
  choices: 25,
  choiceText: 100,
  /** https://docs.discord.com/developers/resources/message#create-message */
  nonce: 25,
  /** Messages in one page of a channel's history: https://docs.discord.com/developers/resources/message#get-channel-messages */
  historyPage: 100,
} as const
