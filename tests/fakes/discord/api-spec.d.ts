// The types of discord-api-spec's schemas: the package ships them as plain JavaScript.
declare module 'discord-api-spec/zod' {
  type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }
  export type Schema = {
    safeParse(value: unknown): { readonly success: true } | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }
  }
  export const MessageCreateRequestSchema: Schema
  export const ModalInteractionCallbackRequestSchema: Schema
  export const MessageEditRequestPartialSchema: Schema
  export const CreatePrivateChannelRequestSchema: Schema
  export const CreateMessageInteractionCallbackRequestSchema: Schema
  export const UpdateMessageInteractionCallbackRequestSchema: Schema
  export const ApplicationCommandAutocompleteCallbackRequestSchema: Schema
  export const ApplicationCommandUpdateRequestSchema: Schema
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: Schema
  export const IncomingWebhookRequestPartialSchema: Schema
}
